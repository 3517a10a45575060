"""English: how columns of other people's lists are headed. Not messages: `importing.headings` reads from here.

Under each thing that a column may tell, its names; case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS"]

HEADINGS: Final = {
    "city": (
        "City",
        "City name",
        "Name of city",
        "Municipality",
        "Municipality name",
        "Local government",
        "Local authority",
        "Town",
        "Member",
    ),
    "name": ("Full name",),
    "declaration": ("Pledge", "Declaration title"),
    "act": ("Form of endorsement",),
    "date": (
        "Day",
        "Date signed",
        "Signed on",
        "Signing date",
        "Date of signature",
        "Date of signing",
        "Joined",
        "Joined on",
        "Date joined",
        "Endorsed on",
        "Date of endorsement",
    ),
    "official": ("Mayor", "Mayor's name", "Name of mayor", "Signed by", "Endorsed by"),
    "office": ("Position",),
    "title": ("Action", "Action title", "Activity", "Project", "Heading"),
    "summary": ("Description", "Short description", "Abstract"),
    "commitment": ("Pledges", "Clause", "Clauses"),
    "status": ("Stage",),
    "kind": ("Type", "Category"),
    "start": ("Start date", "Begin", "Began", "From"),
    "end": ("End date", "Ended", "To"),
    "partners": ("Partner organisations", "Partner organizations"),
    "text": ("Wording", "Full text"),
    "number": ("No", "Nr"),
    "place": ("Venue", "Location"),
    "country": ("Country code", "Nation"),
    "languages": ("Language",),
    "population": ("Inhabitants",),
    "source": ("Sources",),
    "link": ("Link", "URL", "Website", "Web site", "Web page", "Web address", "Weblink"),
}
