"""A form's letter: a draft of an e-mail, to be looked at and sent by people. Fourth step of asking: form → bytes.

It has no date and no id of a message: the program that sends it gives both. So the same form gives the same bytes.
"""

from __future__ import annotations

import hashlib
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Final

from pledgekit.rounds.saying import by_when, city_name, network, title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pledgekit.model.people import Contact
    from pledgekit.rounds.form import Form
    from pledgekit.words import Words

__all__ = ["closing", "draft_mail", "greeting", "letter", "recipient"]

_TYPES: Final = {
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": ("text", "html"),
    "md": ("text", "markdown"),
    "txt": ("text", "plain"),
}


def letter(form: Form, words: Words, *, to: Contact | None, files: Mapping[str, bytes]) -> bytes:
    """Draft the mail with which a form is sent; `files` go with it, by name."""
    subject = words.say("round.subject", title=title(form, words), city=city_name(form, words))
    return draft_mail(subject, _lines(form, words, to), to=to, lang=words.lang, files=files)


def draft_mail(
    subject: str, paragraphs: Sequence[str], *, to: Contact | None, lang: str, files: Mapping[str, bytes]
) -> bytes:
    """Draft a mail of plain text; the same values give the same bytes."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"  # mail programs open it as something still to be sent
    address = recipient(to)
    mail["To"] = [address] if address is not None else ""
    mail["Subject"] = " ".join(subject.split())
    mail.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    mail["Content-Language"] = lang  # of the text: files are put beside it below
    for name, data in files.items():
        main, sub = _TYPES.get(name.rpartition(".")[2], ("application", "octet-stream"))
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if files:
        told = hashlib.sha256("\0".join([subject, *paragraphs, *files]).encode())
        for data in files.values():
            told.update(data)
        mail.set_boundary(f"pledgekit-{told.hexdigest()[:40]}")  # one made by chance would be another each time
    return bytes(mail)


def recipient(contact: Contact | None) -> Address | None:
    """Give the address of a contact; nothing where none is held that a mail program would take."""
    if contact is None or not contact.email:
        return None
    name = "".join(each for each in contact.name if each.isprintable())
    try:
        return Address(display_name=name, addr_spec=contact.email.strip())
    except (MessageError, ValueError, IndexError):
        return None


def greeting(to: Contact | None, words: Words) -> str:
    """Give the words to begin with: to a person, or to all who read it."""
    return words.say("round.dear", name=to.name) if to is not None and to.name else words.say("round.dear-all")


def closing(form: Form, words: Words) -> list[str]:
    """Give the paragraphs to end with: where corrections go, and who writes."""
    fixes = dict.fromkeys(each.publisher.corrections for each in form.declarations if each.publisher)
    lines = [words.say("round.corrections", corrections=each) for each in fixes if each]
    if form.despite_problems:
        lines.append(words.say("report.banner.despite-problems"))
    return [*lines, "\n".join(filter(None, [words.say("round.letter.end"), network(form, words)]))]


def _lines(form: Form, words: Words, to: Contact | None) -> list[str]:
    """Give the letter's paragraphs."""
    return [
        greeting(to, words),
        words.say("round.letter.what", title=title(form, words), city=city_name(form, words)),
        by_when(form, words),
        words.say("round.letter.how"),
        words.say("round.why"),
        words.say("round.data-use"),
        words.say("round.privacy"),
        *closing(form, words),
    ]
