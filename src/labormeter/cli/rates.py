"""`labormeter rates`: the book one can read, add to, and hold to account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from labormeter import changelog, report, terms
from labormeter.cli import reading
from labormeter.cli.changes import listed, note, total
from labormeter.cli.listing import format_option, show
from labormeter.errors import KnownError
from labormeter.ledger import pins
from labormeter.model import ACTIVITIES
from labormeter.valuation import shelf
from labormeter.valuation.claims import claims as benchmarks
from labormeter.valuation.explain import explain
from labormeter.valuation.lens import Absent
from labormeter.valuation.money import MILLION, shown
from labormeter.valuation.own import own
from labormeter.valuation.places import places as by_place
from labormeter.valuation.rate import SIDES, UNITS
from labormeter.valuation.spread import spread as seen

if TYPE_CHECKING:
    from labormeter.home import Home
    from labormeter.valuation.book import Book
    from labormeter.valuation.explain import Explanation
    from labormeter.valuation.rate import Rate


@click.group()
def rates() -> None:
    """Show, explain and add to the rates that acts are valued at."""


@rates.command("list")
@click.option("--side", type=click.Choice(SIDES), help="Only what this side paid or received.")
@click.option("--activity", help="Only this act, in the book's words or the ledger's.")
@format_option
@click.pass_obj
def list_rates(home: Home, /, *, side: str | None, activity: str | None, form: str) -> None:
    """List every observed rate with its source."""
    book = _book(home)
    words = {activity, _word(book, activity)}
    found = [
        rate
        for rate in book.rates.values()
        if side in {None, rate.side} and (activity is None or rate.activity in words)
    ]
    columns = ("id", "activity", "side", "mid", "unit", "currency", "country", "observed_on")
    records = [rate_record(rate, book) for rate in found]
    show(records, form, columns=(*columns, "status", "source"))
    if form == "table":
        click.echo(f"\n{len(found)} rates; book {book.version}, reviewed {book.reviewed}.")


def rate_record(rate: Rate, book: Book) -> dict[str, Any]:
    """Return a rate for programs, in the currency and unit of its source."""
    names = ("id", "activity", "platform", "market", "side", "unit", "currency", "country")
    more = ("observed_on", "source", "locator", "verified", "notes")
    amounts = {name: float(getattr(rate, name)) for name in ("low", "mid", "high")}
    given = {name: getattr(rate, name) for name in (*names, *more)}
    return given | amounts | {"status": status(rate), "book": book.version}


def status(rate: Rate) -> str:
    """Return in a word how far a figure can be relied on."""
    if rate.own:
        return "yours"
    if rate.background:
        return "background"
    return "checked" if rate.checked else "unchecked"


@rates.command("show")
@click.argument("what")
@click.option("--platform", default="any", show_default=True, help="On which platform.")
@click.option("--on", "day", metavar="DAY", callback=reading.day, help="For an act of this day.")
@reading.reading_options
@format_option
@click.pass_obj
def show_rate(
    home: Home,
    /,
    *,
    what: str,
    platform: str,
    day: str | None,
    form: str,
    **chosen: Any,  # noqa: ANN401 - click's options
) -> None:
    """Explain the rate of an act (like), or show one rate (CF-01)."""
    book = _book(home)
    if what in book.rates:
        show([rate_record(book.rates[what], book)], form)
        return
    if what not in ACTIVITIES:
        raise KnownError(
            f"There is no rate and no activity called {what}.",
            f"See `labormeter rates list`; activities are {', '.join(ACTIVITIES)}.",
        )
    calendar = reading.calendar(home, reading.reading(home, chosen))
    week = report.week(day or reading.today())
    found = explain(calendar, platform, what, week, book.prices.finer(what))
    if form == "table":
        _tell(found, calendar.reading.currency)
    else:
        show(_steps(found), form)


def _tell(found: Explanation, currency: str) -> None:
    click.echo(f"{found.activity}, week {found.week}: {found.mapped}")
    if isinstance(found.price, Absent):
        click.echo(f"No price: {found.price.reason}")
    else:
        price = found.price
        low, central, high = (
            shown(one, currency) for one in (price.low, price.central, price.high)
        )
        click.echo(f"{central} an act ({low} to {high}); book {price.book}.")
        click.echo(f"Why: {price.quote.reason} Confidence: {price.quote.confidence}.")
    for step in found.used:
        rate = step.rate
        click.echo(f"\n{step.role}: {step.reference}, {shown(step.amount, currency)}")
        click.echo(f"  {rate.source} ({rate.observed_on}, {rate.country}); {rate.locator}")
        for sentence in (*map(str, step.steps), *((rate.notes,) if rate.notes else ())):
            click.echo(f"  {sentence}")
    taken = terms.clause(found.platform, found.activity)
    if taken is not None:
        version = f"{taken.title}, {taken.section}, version of {taken.version.isoformat()}"
        click.echo(f'\nTaken by: {version}: "{taken.quote}"\n  {taken.link}')
    if found.passed:
        click.echo("\nNot used:")
    for passed in found.passed:
        click.echo(f"  {passed.rate.id} ({passed.rate.observed_on}): {passed.reason}")


def _steps(found: Explanation) -> list[dict[str, Any]]:
    used = [
        {
            "role": step.role,
            "reference": step.reference,
            "amount": step.amount / MILLION,
            "source": step.rate.source,
            "observed_on": step.rate.observed_on,
            "status": status(step.rate),
            "why": " ".join(map(str, step.steps)),
        }
        for step in found.used
    ]
    passed = [
        {
            "role": "not used",
            "reference": one.rate.id,
            "amount": None,
            "source": one.rate.source,
            "observed_on": one.rate.observed_on,
            "status": status(one.rate),
            "why": one.reason,
        }
        for one in found.passed
    ]
    return [*used, *passed]


@rates.command()
@click.argument("what", default="like")
@reading.reading_options
@format_option
@click.pass_obj
def places(home: Home, /, *, what: str, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Show the same act (or hour_of_work) by the country of whoever was paid for it."""
    book, how = _book(home), reading.reading(home, chosen)
    found = by_place(book, how, _word(book, what), int(reading.today()[:4]))
    records: list[dict[str, Any]] = [
        {
            "country": place.country,
            "town": place.town,
            "low": place.low / MILLION,
            "central": place.central / MILLION,
            "high": place.high / MILLION,
            "currency": how.currency,
            "observed_on": place.rate.observed_on,
            "rate": place.rate.id,
            "source": place.rate.source,
        }
        for place in found
    ]
    show(records, form)


@rates.command()
@click.argument("what", type=click.Choice(ACTIVITIES), default="like")
@click.option("--platform", default="facebook", show_default=True)
@reading.reading_options
@format_option
@click.pass_obj
def spread(home: Home, /, *, what: str, platform: str, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Show one act through every lens at once; these are never added."""
    calendar = reading.calendar(home, reading.reading(home, chosen))
    week = report.week(reading.today())
    finer = _book(home).prices.finer(what)
    found = seen(calendar.books, calendar.reading, platform, what, week, finer=finer)
    records: list[dict[str, Any]] = []
    for one in found:
        price = one.price
        amounts = None if isinstance(price, Absent) else (price.low, price.central, price.high)
        low, central, high = amounts or (None, None, None)
        records.append(
            {
                "lens": one.lens,
                "each": one.each,
                "low": low and low / MILLION,
                "central": central and central / MILLION,
                "high": high and high / MILLION,
                "currency": calendar.reading.currency,
                "times_the_wage": one.times and round(float(one.times), 2),
                "why_none": price.reason if isinstance(price, Absent) else "",
            }
        )
    show(records, form)


@rates.command()
@reading.reading_options
@format_option
@click.pass_obj
def claims(home: Home, /, *, form: str, **chosen: Any) -> None:  # noqa: ANN401 - click's options
    """Show benchmarks to hold a total against; they are never in it."""
    how = reading.reading(home, chosen)
    found = benchmarks(_book(home), how.currency, int(reading.today()[:4]))
    records: list[dict[str, Any]] = [
        {
            "central": claim.central / MILLION,
            "currency": how.currency,
            "says": claim.says,
            "rate": claim.rate.id,
            "observed_on": claim.rate.observed_on,
            "source": claim.rate.source,
        }
        for claim in found
    ]
    show(records, form)


@rates.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def check(home: Home, /, *, files: tuple[Path, ...]) -> None:
    """Check your own rates, or the files named: every fault at once, by line."""
    book = shelf.shipped()
    if files:
        texts = {str(file): _read(file) for file in files}
        found = own(texts, book, activities=ACTIVITIES, today=reading.today())
    else:
        found = shelf.own_of(home, book, today=reading.today())
    if found.faults:
        raise KnownError("\n".join(str(fault) for fault in found.faults), "Mend these lines.")
    number = len(found.rates) + len(found.timings)
    click.echo(f"{number} of your own, no faults; book {book.version}, reviewed {book.reviewed}.")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(f"{file.name} cannot be read.", "Name a TOML or CSV file.") from error


@rates.command()
@click.option("--id", "id", help="Your name for it; `own-1`, `own-2` otherwise.")
@click.option("--activity", required=True, help="As like, or in the book's words.")
@click.option("--side", type=click.Choice(SIDES), default="worker", show_default=True)
@click.option("--amount", required=True, help="As 0.002.")
@click.option("--low", help="The least seen.")
@click.option("--high", help="The most seen.")
@click.option("--unit", type=click.Choice(UNITS), default="per_act", show_default=True)
@click.option("--currency", required=True, help="As EUR.")
@click.option("--source", required=True, help="Who was seen to pay this, and where that stands.")
@click.option("--date", "observed_on", required=True, help="When it was seen: 2026, 2026-03, ...")
@click.option("--platform", help="Only on this platform.")
@click.option("--country", help="Of whoever was paid.")
@click.option("--since", help="In force from the Monday on or after this day; always otherwise.")
@click.option("--notes", help="Anything else.")
@click.pass_obj
def add(home: Home, /, **given: str | None) -> None:
    """Add a rate of your own; it stands before the shipped one, which stays as it is."""
    entry = {name: value for name, value in given.items() if value}
    entry["mid"] = entry.pop("amount")
    click.echo(changelog.add_rate(home, entry, today=reading.today(), now=reading.now()))


@rates.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def take(home: Home, /, *, files: tuple[Path, ...]) -> None:
    """Take over your own rates from TOML or CSV files: all of them, or none."""
    texts = {file.name: _read(file) for file in files}
    if len(texts) < len(files):
        raise KnownError("Two of these files have the same name.", "Give one another name.")
    click.echo(changelog.take_rates(home, texts, today=reading.today(), now=reading.now()))


@rates.command()
@click.option(
    "--from",
    "week",
    default="",
    callback=reading.iso_week,
    help="From this ISO week on, as 2026-W23; else all.",
)
@click.option("--book", "version", default=shelf.LATEST, show_default=True)
@click.pass_obj
def revalue(home: Home, /, *, week: str, version: str) -> None:
    """Read weeks that are past in another version of the book: a new pin, no update."""
    shelf.shipped(version)
    before = total(home)
    pin = pins.Pin(pinned_at=reading.now(), book="shipped", version=version, from_week=week)
    pins.append(home, pin)
    note(home, f"{'All weeks' if not week else week + ' on'} read in book {version}", before)


@rates.command()
@format_option
@click.pass_obj
def changes(home: Home, /, *, form: str) -> None:
    """List what moved a total and why: books, rates of your own, acts added, what was forgotten."""
    show(listed(home), form, columns=("when", "what"))


def _book(home: Home) -> Book:
    return shelf.book_of(home, today=reading.today())


def _word(book: Book, what: str | None) -> str:
    """Return the book's word for an activity; another text as it is."""
    return book.prices.word("any", what or "")
