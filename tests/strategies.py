"""Made-up records of every kind, for property tests. What a field may hold is read off the field itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from pledgekit.dates import PartialDate, Period
from pledgekit.ids import Ref
from pledgekit.model.levels import Visibility
from pledgekit.model.record import Part, Record, about_of, fields_of, key_of
from pledgekit.model.scales import SCALES

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from pledgekit.model.kinds import Kind

__all__ = ["dates", "ids", "moments", "own_values", "periods", "records", "refs", "texts"]

OWNER = "the-hague-nl"

_words = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
_days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


def texts(least: int = 0) -> SearchStrategy[str]:
    """Any text that UTF-8 can hold: control characters, quotes, line ends and all."""
    return st.text(st.characters(exclude_categories=["Cs"]), min_size=least, max_size=40)


def ids() -> SearchStrategy[str]:
    """Ids: lower-case words and digits with single hyphens."""
    return st.lists(_words, min_size=1, max_size=3).map("-".join)


def refs() -> SearchStrategy[Ref]:
    """Refs to owners and to records."""
    return st.builds(Ref, ids(), st.just("") | ids())


def _parts(day: datetime.date) -> SearchStrategy[str]:
    text = day.isoformat()
    return st.sampled_from([text[:4], text[:7], text])


def _interval(days: list[datetime.date]) -> SearchStrategy[str]:
    first, last = sorted(days)
    return st.tuples(_parts(first), _parts(last)).map("/".join)


def _dated(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:  # an interval of overlapping parts, such as 2023/2023-05
        return None


def dates() -> SearchStrategy[PartialDate]:
    """Days, months, years, and intervals of them."""
    text = _days.flatmap(_parts) | st.lists(_days, min_size=2, max_size=2).flatmap(_interval)
    return text.map(_dated).filter(lambda each: each is not None).map(lambda each: each or PartialDate.parse("2000"))


def periods() -> SearchStrategy[Period]:
    """Years, and stretches of whole months."""
    years = _days.map(lambda day: Period.parse(day.isoformat()[:4]))
    months = st.lists(_days, min_size=2, max_size=2).map(lambda days: "/".join(d.isoformat()[:7] for d in sorted(days)))
    return years | months.map(Period.parse)


def moments() -> SearchStrategy[datetime.date]:
    """What `recorded` may hold: days, and moments with an offset."""
    offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
    year = datetime.datetime(1900, 1, 1)  # noqa: DTZ001  the offset is added by the strategy
    return _days | st.datetimes(year, datetime.datetime(2200, 1, 1), timezones=offsets)  # noqa: DTZ001  the same


def own_values() -> SearchStrategy[object]:
    """What a network may put under `extra`: all that TOML knows and that can be compared."""
    plain: SearchStrategy[object] = st.one_of(
        texts(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        _days,
        st.times(),
        st.datetimes(),
    )
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
        max_leaves=6,
    )


@cache  # building a strategy costs more than drawing from it
def records(kind: Kind[Any]) -> SearchStrategy[Any]:
    """Records of a kind, with any keys set or not."""
    dated = [key_of(a.name) for a in fields_of(kind.cls) if _bare(a.type) is PartialDate]
    said = st.dictionaries(st.sampled_from(dated), texts(), max_size=2) if dated else st.just({})
    return _parts_of(kind.cls, {"date_texts": said, "owner": st.just(OWNER)})


def _parts_of(cls: type[Part], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Any]:
    values = dict(given)
    for attribute in fields_of(cls):
        if attribute.name not in values:
            needed = attribute.default is attrs.NOTHING
            held = _values(attribute, needed=needed)
            values[attribute.name] = held if needed else st.just(_default(attribute)) | held
    return st.fixed_dictionaries(values).map(lambda chosen: cls(**chosen))


def _default(attribute: attrs.Attribute[Any]) -> object:
    factory = getattr(attribute.default, "factory", None)
    return factory() if factory else attribute.default


def _bare(declared: object) -> object:
    if isinstance(declared, UnionType):
        return next(each for each in get_args(declared) if each is not NoneType)
    return declared


def _values(attribute: attrs.Attribute[Any], *, needed: bool) -> SearchStrategy[Any]:
    declared, scale = _bare(attribute.type), about_of(attribute).scale
    many = get_origin(declared) is tuple
    if attribute.name == "id":
        return ids()
    if attribute.name == "revision":
        return st.integers(min_value=1)
    if attribute.name == "extra":
        return st.dictionaries(texts(), own_values(), max_size=3)
    if scale and declared is not Visibility:
        words = st.sampled_from(SCALES[scale].words)
        return st.lists(words, max_size=3).map(tuple) if many else words
    if many:
        item = _scalar(get_args(declared)[0], needed=False)
        return st.lists(item, min_size=int(needed), max_size=3).map(tuple)
    if get_origin(declared) is Mapping:
        inner = get_args(declared)[1]
        held = texts() if inner is str else st.dictionaries(texts(), texts(), max_size=2)
        return st.dictionaries(texts(), held, max_size=2)
    return _scalar(declared, needed=needed)


def _scalar(declared: object, *, needed: bool) -> SearchStrategy[Any]:
    if isinstance(declared, type) and issubclass(declared, Part):
        assert not issubclass(declared, Record)
        return _parts_of(declared, {})
    simple: dict[object, SearchStrategy[Any]] = {
        str: texts(int(needed)),
        bool: st.booleans(),
        int: st.integers(),
        float: st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**6), 10**6),
        Visibility: st.sampled_from(Visibility),
        PartialDate: dates(),
        Period: periods(),
        Ref: refs(),
        datetime.datetime: moments(),
    }
    return simple[declared]
