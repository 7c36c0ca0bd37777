"""Metamorphic suite: changes that may not, or must, change a label (METHOD.md section 3). All sentences are our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditor.model import Item, Judgement, Label

_O, _P, _F, _S, _C, _T, _X = (
    Label.OUTCOME,
    Label.PROBLEM,
    Label.FEATURE,
    Label.SPEC,
    Label.COMPANY,
    Label.POLICY,
    Label.OTHER,
)


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of change: pairs of sentences whose labels have to agree, or single ones with the labels allowed."""

    name: str
    pairs: tuple[tuple[str, str], ...] = ()
    allowed: tuple[tuple[str, tuple[Label, ...]], ...] = ()


_PRONOUNS = (
    ("You get our 24 V motor with an IP65 housing.", "It comes with a 24 V motor with an IP65 housing."),
    ("We get your lorries back on the road the same day.", "Your lorries are back on the road the same day."),
    ("You can export every table to CSV.", "Every table can be exported to CSV."),
    (
        "We cut the time your clerks spend on month-end from five days to one.",
        "Month-end takes your clerks one day instead of five.",
    ),
    (
        "We must receive your cancellation 30 days before renewal.",
        "Cancellations must be received 30 days before renewal.",
    ),
    ("We have been baking in Leeds since 1932.", "The bakery has been in Leeds since 1932."),
    ("You lose half a shift every time the line stops.", "Plants lose half a shift every time the line stops."),
    ("We clean carpets, upholstery and curtains.", "Carpets, upholstery and curtains are cleaned."),
    ("Our panels are made from 0.7 mm galvanised steel.", "Your panels are made from 0.7 mm galvanised steel."),
    ("We are a family of three surveyors in Bristol.", "They are a family of three surveyors in Bristol."),
    ("You may not sublet the flat.", "Tenants may not sublet the flat."),
    ("We show stock levels for every warehouse.", "You see stock levels for every warehouse."),
    ("Our filter holds particles down to 5 microns.", "Your filter holds particles down to 5 microns."),
    (
        "You wait weeks for a quote and then the price changes.",
        "Buyers wait weeks for a quote and then the price changes.",
    ),
)
_NAMES = (
    (
        "Kestrel Freight has moved cargo through Hull for forty years.",
        "Brightwater has moved cargo through Hull for forty years.",
    ),
    ("Kestrel Freight tracks every pallet by radio tag.", "Acme tracks every pallet by radio tag."),
    (
        "With Kestrel Freight your shelves stay full through the holidays.",
        "With Nordvik your shelves stay full through the holidays.",
    ),
    (
        "Kestrel Freight is not liable for delays caused by customs.",
        "Pemberton & Sons is not liable for delays caused by customs.",
    ),
    ("Kestrel Plus includes two users and unlimited exports.", "Lumo Plus includes two users and unlimited exports."),
    ("Before Kestrel, the team retyped every order by hand.", "Before Tandem, the team retyped every order by hand."),
    (
        "Kestrel's GX-40 pump delivers 120 litres a minute at 6 bar.",
        "Orrin's GX-40 pump delivers 120 litres a minute at 6 bar.",
    ),
    ("Kestrel won the regional export award in 2021.", "Maplewood won the regional export award in 2021."),
    ("Kestrel helped Dunmore Dairy halve its waste in a year.", "Tandem helped Ashby Farms halve its waste in a year."),
    (
        "Dentists use Kestrel to remind patients of their visits.",
        "Dentists use Quill to remind patients of their visits.",
    ),
)
_CASE = (
    ("Our team of twelve engineers", "OUR TEAM OF TWELVE ENGINEERS"),
    ("Never miss a filing deadline again", "NEVER MISS A FILING DEADLINE AGAIN"),
    ("Emergency Drain Cleaning", "emergency drain cleaning"),
    ("Learn more", "LEARN MORE"),
    ("Still waiting for your refund?", "STILL WAITING FOR YOUR REFUND?"),
    ("Refund Policy", "refund policy"),
    ("Maximum load 450 kg", "MAXIMUM LOAD 450 KG"),
    ("Real-time inventory dashboard", "REAL-TIME INVENTORY DASHBOARD"),
    ("Founded in 1987 in Porto", "FOUNDED IN 1987 IN PORTO"),
    ("Sleep through the night again", "SLEEP THROUGH THE NIGHT AGAIN"),
)
_PARAPHRASE = (
    ("Your invoices get paid eleven days sooner.", "You are paid eleven days earlier on each invoice."),
    ("The dashboard shows every open ticket.", "Every open ticket appears on the dashboard."),
    (
        "Late deliveries cost small shops their best customers.",
        "Small shops lose their best customers to late deliveries.",
    ),
    ("Deposits are not refunded after the first fitting.", "After the first fitting we do not give deposits back."),
    ("The frame is welded from 40 x 40 mm steel tube.", "40 x 40 mm steel tube is welded into the frame."),
    ("Our grandfather opened the workshop in 1954.", "The workshop was opened by our grandfather in 1954."),
    (
        "Crews finish the roof in a day, so nobody has to move out.",
        "The roof is done in one day and your family can stay at home.",
    ),
    ("We offer bookkeeping, payroll and tax returns.", "Bookkeeping, payroll and tax returns are what we do."),
    ("Guests may check in from 3 pm.", "Check-in is possible from 3 pm."),
    (
        "Finding a nurse for night shifts takes hours of phone calls.",
        "It takes hours on the phone to find a nurse for the night.",
    ),
    ("Support answers around the clock.", "Round-the-clock support is included."),
    ("We believe in honest work and long friendships.", "Honest work and long friendships are what we believe in."),
)
# A pile of good words without a direction and an object is at most a generic outcome: never problem, spec, policy.
_STUFFING = (
    ("Outcomes, results, ROI, success.", (_F, _C, _X, _O)),
    ("Customer-centric results-driven value solutions", (_F, _C, _X, _O)),
    ("The GX-40 pump: success, results, growth. 120 litres a minute at 6 bar.", (_S, _F)),
    ("About our results-driven, outcome-focused team", (_C, _X)),
    ("Our mission is customer success, customer outcomes, customer results.", (_C, _O)),
    ("Results-oriented, award-winning agency with a passion for your success", (_C,)),
    ("Outcome-based success module with results dashboard", (_F,)),
    ("Your success is our priority", (_C,)),
)
_NEGATION = (
    ("You no longer retype orders by hand.", (_O,)),
    ("You still retype every order by hand.", (_P,)),
    ("No more calls from angry tenants at midnight.", (_O,)),
    ("Angry tenants call at midnight.", (_P,)),
    ("Refunds are not available after delivery.", (_T,)),
    ("Your trucks never wait at the gate again.", (_O,)),
    ("Trucks wait at the gate for hours.", (_P,)),
    ("The app does not need an internet connection.", (_F,)),
    ("Nobody on your team loses a weekend to reporting.", (_O,)),
    ("Your team loses every second weekend to reporting.", (_P,)),
)

FAMILIES: tuple[Family, ...] = (
    Family("pronouns", pairs=_PRONOUNS),
    Family("names", pairs=_NAMES),
    Family("case", pairs=_CASE),
    Family("paraphrase", pairs=_PARAPHRASE),
    Family("stuffing", allowed=_STUFFING),
    Family("negation", allowed=_NEGATION),
)


@dataclass(frozen=True, slots=True)
class FamilyResult:
    """How many of a family's cases held, and those that did not."""

    name: str
    passed: int
    cases: int
    failures: tuple[str, ...]

    @property
    def rate(self) -> float:
        """Part of the cases that held."""
        return self.passed / self.cases if self.cases else 1.0


def run_suite(label: Callable[[Sequence[Item]], list[Judgement]]) -> list[FamilyResult]:
    """The suite on a labelling function."""
    results = []
    for family in FAMILIES:
        failures = []
        for first, other in family.pairs:
            one, two = label([Item(text=first), Item(text=other)])
            if one.label is not two.label:
                failures.append(f"{first} [{one.label}] / {other} [{two.label}]")
        for text, allowed in family.allowed:
            (answer,) = label([Item(text=text)])
            if answer.label not in allowed:
                failures.append(f"{text} [{answer.label}]")
        cases = len(family.pairs) + len(family.allowed)
        results.append(FamilyResult(family.name, cases - len(failures), cases, tuple(failures)))
    return results
