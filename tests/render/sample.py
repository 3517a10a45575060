"""Two documents: one with every block and honest text, one whose every text is hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from pledgekit.model.document import (
    Bullets,
    Chart,
    Column,
    Contents,
    Document,
    Entry,
    Fact,
    Facts,
    Figure,
    Figures,
    Heading,
    Labels,
    Note,
    Paragraph,
    Part,
    Quotation,
    Table,
    passages,
    say,
)

__all__ = ["ATTACKS", "HOSTILE", "LABELS", "SAMPLE", "document_of", "hostile_texts"]

LABELS = Labels(
    skip="Skip to the text", contents="Contents", sources="Sources", colophon="About this update", colon=": "
)

_CITIES = [
    "Amsterdam",
    "Antwerp",
    "Arnhem",
    "Berlin",
    "Bodegraven-Reeuwijk",
    "Bratislava",
    "Columbus",
    "Gdańsk",
    "Helsinki",
    "Kyiv",
    "København",
    "Łódź",
    "Mechelen",
    "Montréal",
    "Oslo",
    "Rotterdam",
    "Zaječar",
]

SAMPLE = Document(
    title="The Hague Mayoral Declaration on Preventing Hate, Extremism and Polarisation and Safeguarding Local "
    "Democracy",
    kicker="Implementation update · 2024",
    subtitle="What cities that endorsed the declaration have done, as far as we know on 31 December 2024",
    lang="en",
    labels=LABELS,
    description="Examples of what cities did under the declaration, up to 31 December 2024.",
    banner="INTERNAL: not to be passed on",
    blocks=(
        Paragraph(
            text=say("In November 2022, mayors adopted a declaration in The Hague. This update shows examples of ")
            + say("what cities have done", emphasis=True)
            + say(" since, and says what is not known."),
            role="lead",
        ),
        Facts(
            items=(
                Fact(label="Adopted", value=say("16 November 2022, Peace Palace, The Hague")),
                Fact(label="Open to", value=say("cities in Europe and North America")),
                Fact(
                    label="Official text",
                    value=say("strongcitiesnetwork.org", href="https://strongcitiesnetwork.org/the-hague-declaration/"),
                ),
            )
        ),
        Contents(depth=3),
        Note(
            kind="caution",
            title="How to read this update",
            text=(
                say("This update shows examples. It is not a ranking, an audit or an evaluation of any city."),
                say("No entry means that we hold no information. It does not mean that nothing was done."),
            ),
        ),
        Heading(level=2, text="At a glance", anchor="at-a-glance"),
        Figures(
            items=(
                Figure(
                    value="41", label="endorsing local governments", detail="in 17 countries, as listed in May 2024"
                ),
                Figure(
                    value="9",
                    label="with an action on record",
                    detail="of 41 that endorsed, at least; as known on 31 December 2024",
                ),
                Figure(
                    value="23", label="actions since the declaration", detail="17 of them with evidence we can link to"
                ),
                Figure(value="1,204", label="people trained", detail="as reported by three cities"),
            )
        ),
        Chart(
            title="Where the endorsing cities stand",
            kind="partition",
            parts=(
                Part(label="Action with evidence", value=7, shown="7", glyph="●"),
                Part(label="Action told by the city", value=2, shown="2", glyph="◐"),
                Part(label="Statement only", value=4, shown="4", glyph="◦"),
                Part(label="Before the declaration only", value=0, shown="0", glyph="◁"),
                Part(label="No information", value=28, shown="28", glyph="–"),
            ),
            total=41,
            detail=say("41 endorsing cities, as known on 31 December 2024."),
        ),
        Chart(
            title="Actions by theme",
            kind="bars",
            parts=(
                Part(label="Work with communities and grassroots groups", value=9, shown="9"),
                Part(label="Involve young people", value=6, shown="6"),
                Part(label="Local prevention", value=5, shown="5"),
                Part(label="Protect people who are targeted", value=0, shown="none on record"),
            ),
            total=23,
        ),
        Heading(level=2, text="What cities did", anchor="what-cities-did"),
        Paragraph(
            text=say("The headings are our working titles, and we placed the examples under them. See ")
            + say("the note on method", href="https://example.org/method?a=1&b=2")
            + say(" for ")
            + say("how", strong=True, emphasis=True)
            + say(".")
        ),
        Heading(level=3, text="Speak out against hate", anchor="hague-2022/speak-out"),
        Quotation(
            text=passages(
                "We, mayors and local leaders, commit to speak out against hate wherever it appears.\n\n"
                "We will do so together."
            ),
            source=say("Declaration, clause 3. ") + say("Official text", href="https://example.org/text"),
        ),
        Entry(
            title=say("Coalition for a City without Hate meets every month"),
            who=say("Columbus", name=True) + say(", United States"),
            meta=(say("since spring 2023"), say("network"), say("under way")),
            summary=passages(
                "City departments, faith communities and businesses meet each month. They agree on what to say within "
                "a day when something happens.\n\nIn 2024 the coalition published its first review."
            ),
            remark=say("The city told us of it at a webinar; it has confirmed this text."),
            sources=(
                say("Columbus City Council, minutes of 3 May 2023", href="https://www.columbus.gov/minutes/2023-05-03"),
                say(
                    "https://example.org/a/rather/long/address/that/has/to/break/somewhere/on/a/phone?and=so&on=1",
                    href="https://example.org/a/rather/long/address/that/has/to/break/somewhere/on/a/phone?and=so&on=1",
                ),
                say("Remarks at the fifth transatlantic dialogue, not published"),
            ),
        ),
        Entry(
            title=say("Samen leven in de stad", lang="nl"),
            who=say("The Hague", name=True) + say(", Netherlands"),
            meta=(say("first described in 2019"), say("programme"), say("status not known")),
            flags=("before the declaration",),
            summary=(say("Neighbourhood talks led by residents, in eleven districts."),),
            sources=(say("Strong Cities Network, city spotlight", href="https://example.org/spotlight"),),
        ),
        Entry(
            title=say("حوار المدينة", lang="ar"),
            who=say("عمّان", name=True, lang="ar") + say(", Jordan"),
            meta=(say("2024"),),
            flags=("not a signatory", "told by the city"),
        ),
        Heading(level=3, text="Involve young people for real", anchor="hague-2022/youth"),
        Paragraph(text=say("We hold no example under this heading yet.")),
        Heading(level=2, text="Who endorsed it", anchor="who"),
        Bullets(items=tuple(say(city, name=True) for city in _CITIES), compact=True),
        Heading(level=2, text="What was found", anchor="found"),
        Bullets(
            items=(
                say("Cities ask for ") + say("shared early warning", strong=True) + say(" across borders."),
                say("Small cities rarely have staff for it; of 41, 12 have fewer than 100 000 inhabitants."),
            )
        ),
        Bullets(items=(say("Prepare before it comes."), say("Look first to survivors.")), start=9),
        Table(
            caption="Endorsements, by country",
            columns=(
                Column(head="Country", header=True),
                Column(head="Cities"),
                Column(head="Endorsed", numeric=True),
                Column(head="With an action", numeric=True),
            ),
            rows=(
                (
                    say("Netherlands"),
                    say("Amsterdam, Arnhem, Bodegraven-Reeuwijk, Rotterdam, The Hague"),
                    say("5"),
                    say("2"),
                ),
                (say("Poland"), say("Gdańsk, Łódź"), say("2"), ()),
                (say("United States"), say("Columbus, Pittsburgh"), say("1,200"), say("1")),
                (say("日本"), say("広島"), say("1"), say("0")),
            ),
        ),
        Note(kind="info", text=(say("No city has been asked to report."),)),
        Note(
            kind="made",
            title="Corrections",
            text=(
                say("Write to ")
                + say("corrections@example.org", href="mailto:corrections@example.org")
                + say(" and we will put it right."),
            ),
        ),
    ),
    colophon=(
        Paragraph(text=say("Figures are minimums, as known on 31 December 2024.")),
        Facts(
            items=(
                Fact(label="Made with", value=say("pledgekit 0.1")),
                Fact(label="Register", value=say("sha256:9f2c…e1")),
            )
        ),
        Paragraph(text=say("Funded by donors who did not see it beforehand."), role="small"),
    ),
)

ATTACKS = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "a | pipe | here \\| and \\",
    "\x1b[31mred\x1b[0m \x9b31m bell \x07 del \x7f nul \x00",
    "evil \u202egnp.exe\u202c \u2067isolate\u2069",
    "{{ 7*7 }} {% raw %} {# no #}",
    "**strong** _em_ `code` ~~gone~~ <b>b</b> &amp; &lt; &#60;",
    "1. one",
    "# heading #",
    "- item",
    "> quote",
    "---",
    "two\nlines\r\nand\u2028three\n\n    code",
    "https://evil.example www.evil.example me@evil.example",
    '" onmouseover="alert(1)" \'',
    "</style></title></main><h1>",
    "| a | b |\n|---|---|\n| c | d |",
    "[x]: https://evil.example 'title'",
    "$x^2$ and US$5",
    "\ud800 \ufffe \ufeff",
)


def document_of(text: str, href: str = "") -> Document:
    """Every text of this document is the one given; so is every address, if one is given."""
    inline = say(text, href=href)
    both = say(text) + say(text, strong=True) + say(text, emphasis=True, name=True) + inline
    return Document(
        title=text,
        kicker=text,
        subtitle=text,
        description=text,
        banner=text,
        lang="en",
        labels=Labels(skip=text, contents=text, sources=text, colophon=text, colon=": "),
        blocks=(
            Contents(depth=2),
            Heading(level=2, text=text, anchor="one", lang="de"),
            Paragraph(text=both, role="lead"),
            Bullets(items=(inline, both)),
            Bullets(items=(inline, both), start=1),
            Facts(items=(Fact(label=text, value=inline),)),
            Table(
                caption=text,
                columns=(Column(head=text, header=True), Column(head=text, numeric=True)),
                rows=((inline, both), (inline, inline)),
            ),
            Figures(items=(Figure(value=text, label=text, detail=text),)),
            Chart(title=text, kind="partition", parts=(Part(label=text, value=1, shown=text, glyph=text),), total=1),
            Chart(title=text, kind="bars", parts=(Part(label=text, value=1, shown=text, glyph=text),), total=2),
            Note(kind="info", title=text, text=(both,)),
            Quotation(text=(both,), lang="fr", source=inline),
            Entry(
                title=inline,
                who=say(text, name=True),
                meta=(inline,),
                flags=(text,),
                summary=(both,),
                remark=inline,
                sources=(inline,),
            ),
        ),
        colophon=(Paragraph(text=both, role="small"),),
    )


HOSTILE = document_of(" ".join(ATTACKS), "javascript:alert(1)")


def hostile_texts() -> st.SearchStrategy[str]:
    """Texts that try to be markup, and texts of any characters at all."""
    markup = st.text(alphabet="ab1 *_`~[](){}<>!#&;:/\\|-+.=$@\"'\n\t\x1b\u202e\u00a0広é%", min_size=1, max_size=40)
    return st.one_of(st.sampled_from(ATTACKS), markup, st.text(alphabet=st.characters(), min_size=1, max_size=20))
