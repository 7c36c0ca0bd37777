"""An invented company's run, drawn by hand: the picture that the report is designed and tested on."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from auditor.audit import example, finding, quote
from auditor.focus import (
    GROUPS,
    KIND_WEIGHTS,
    MIN_PAGES,
    MIN_UNITS,
    SCREEN_WEIGHTS,
    kind_profiles,
    profile,
    site_profile,
)
from auditor.model import (
    AuditResult,
    Copy,
    Coverage,
    Dimension,
    Finding,
    JudgedPage,
    PageRecord,
    Profile,
    Quote,
    Run,
    Score,
    Share,
    Skip,
    SkipReason,
    Status,
    Tier,
)
from auditor.site import Site

HOST = "www.northbeck.example"

SITE = """
/ Northbeck Pumps | Industrial pumps since 1921
description: Northbeck is a leading manufacturer of industrial pumps since 1921.
[nav link] other: Products
[nav link] other: GX series
[nav link] other: About us
[first heading 1] company: Engineering excellence since 1921
[first sentence] company: Northbeck is the leading maker of process pumps in the north.
[first sentence] feature: Our GX range covers every flow rate a modern plant asks for.
[first button] other: View products
(first image) GX-200 pump on a plinth
[second heading 2] other: Our products
[second heading 3] feature: GX-200 progressive cavity pump
[second sentence] spec: Flow up to 90 m³/h at 12 bar, stainless steel 1.4404.
[second heading 3] feature: GX-400 with quick-change stator
[second sentence] feature: The stator slides out without dismantling the pipework.
[second heading 3] feature: HydroLink monitoring
[second sentence] feature: HydroLink reads vibration, temperature and dry running every second.
[main heading 2] company: Why Northbeck
[main bullet] company: More than 100 years of experience
[main bullet] company: ISO 9001 certified since 1994
[main bullet] company: A family business in the fourth generation
[main bullet] company: Customers come first in everything we do
[main sentence] outcome?: Solutions that keep your business moving.
[main heading 2] other: What customers say
[main quote cite=Maintenance lead, Hallam Dairy] outcome: We change a stator in 40 minutes now; it used to cost us a shift.
[main quote cite=T. Brandt, Ostwerk] company: Friendly people who know their trade.
[main sentence] feature: Support is available Monday to Friday, 8 am to 5 pm.
[main button] other: Request a quote
[footer sentence] other: Northbeck Pumps Ltd, Mill Lane 4
/product/gx-200 GX-200 progressive cavity pump | Northbeck
description: Northbeck is a leading manufacturer of industrial pumps since 1921.
[first heading 1] feature: GX-200
[first sentence] feature: The GX-200 is a progressive cavity pump for viscous media.
[first bullet] spec: Flow 2 to 90 m³/h
[first bullet] spec: Pressure up to 12 bar
[second bullet] spec: Wetted parts 1.4404, EPDM or FKM
[second bullet] spec: ATEX zone 1
[main heading 2] feature: Design
[main sentence] feature: The rotor is machined from one piece and polished in our own shop.
[main sentence] feature: The pump can be mounted horizontally or vertically.
[main sentence] feature: A flushing port is standard.
[main sentence] problem: Dry running destroys a stator within minutes.
[main cell] spec: DN 50, DN 80, DN 100
[main cell] spec: 0.75 to 15 kW
[main sentence] policy: Warranty is void where third-party stators are fitted.
/product/gx-400 GX-400 quick-change pump | Northbeck
description: Northbeck is a leading manufacturer of industrial pumps since 1921.
[first heading 1] feature: GX-400
[first sentence] feature: A pump with a two-part stator that is changed in place.
[first sentence] outcome: One fitter changes the stator in under an hour, so the line is back before the next shift.
[second bullet] spec: Flow 5 to 140 m³/h
[second bullet] spec: Pressure up to 24 bar
[main heading 2] feature: Quick change
[main sentence] feature: Four clamps hold the stator halves.
[main sentence] feature: No pipework has to be opened.
[main sentence] feature?: Ready for whatever comes next.
[main cell] spec: 1.5 to 30 kW
/product/hydrolink HydroLink condition monitoring | Northbeck
description: Northbeck is a leading manufacturer of industrial pumps since 1921.
[first heading 1] feature: HydroLink
[first sentence] feature: Sensors, gateway and dashboard from one hand.
[first bullet] feature: Vibration, temperature and dry-run detection
[first bullet] feature: Alarms by mail and text message
[second bullet] spec: Modbus TCP and OPC UA
[main sentence] feature: The dashboard shows every pump of a site on one page.
[main sentence] outcome: Maintenance sees a worn stator three weeks before it fails.
[main sentence] feature: Data is kept for 24 months.
/service Service and spare parts | Northbeck
[first heading 1] company: Service you can rely on
[first sentence] company: Our technicians are trained in house and known for their dedication.
[second sentence] feature: We repair pumps of all makes.
[second sentence] feature: Our helpline answers around the clock, 24/7.
[main bullet] feature: Spare parts from stock
[main bullet] feature: Inspection contracts
[main sentence] outcome: Order a stator by 2 pm and it is on your dock the next morning.
[main sentence] policy: Return shipments need a return number within 14 days.
/solution/dairy Pumps for dairies | Northbeck
[first heading 1] problem: Every stop in the filling hall costs milk
[first sentence] problem: A blocked pump at five in the morning means tankers waiting in the yard.
[second sentence] outcome: Dairies with HydroLink plan their stator changes into the cleaning break.
[main sentence] feature: The GX-400 is available in a hygienic version.
[main bullet] spec: Surface Ra 0.8 µm
[main bullet] spec: EHEDG certified
[main sentence] outcome: Hallam Dairy lost no production hour to a pump in 2025.
/solution/wastewater Pumps for wastewater | Northbeck
[first heading 1] feature: Pumps for wastewater treatment
[first sentence] feature: Our GX pumps move sludge with up to 8 % solids.
[second sentence] company: We have supplied more than 400 treatment plants.
[main bullet] spec: Free passage 40 mm
[main sentence] feature: Optional macerator upstream.
/pricing Prices and terms | Northbeck
[first heading 1] feature: Price list
[first sentence] feature: The GX-200 starts at 4,900 euros.
[main sentence] feature: Minimum order for spare parts is 250 euros.
[main sentence] policy: Prices hold for 30 days.
/about About Northbeck
[first heading 1] company: Four generations of pumps
[first sentence] company: Founded in 1921 by Karl Northbeck, we employ 180 people today.
[second sentence] company: We are proud of our tradition and passionate about pumps.
[main sentence] company: Our goal is to become the number one pump maker in Europe.
[main sentence] company: Recognized by  year after year.
[main sentence] company: We deliver to over 300 treatment plants.
[main bullet] company: Quality
[main bullet] company: Passion
[main bullet] company: Innovation
/customers/hallam-dairy Hallam Dairy: case study | Northbeck
[first heading 1] outcome: How Hallam Dairy cut pump stops from eleven a year to none
[first sentence] problem: In 2023 the dairy threw away 60,000 litres of milk after pump failures.
[second sentence] feature: Two GX-400 and HydroLink were installed in March 2024.
[main sentence] outcome: Since then not one tanker has waited.
[main quote cite=Maintenance lead, Hallam Dairy] outcome: My people sleep through the night again.
[main sentence] company: The project was led by our dairy team.
/support Support | Northbeck
[first heading 1] other: How can we help?
[first sentence] feature: Manuals are available for download.
[main sentence] feature: Send the serial number with your request.
[main sentence] policy: Opened goods cannot be returned.
/policy/terms Terms of sale | Northbeck
[first heading 1] policy: Terms of sale
[main sentence] policy: Deliveries are ex works.
[main sentence] policy: Claims expire after twelve months.
[main sentence] policy: Northbeck may change these terms at its sole discretion.
"""

MANUALS = {
    name: {
        "question": question,
        "sections": {
            "Why it matters": f"{why}\n\nA reader decides in seconds whether to stay.",
            "How it is measured": "- units of the copy proper are read in order\n- each counts once\n\nUnsure units are left out.",
            "How to fix it": "Start with the line that most visitors see.",
            "Limit": "It describes copy, not conversion.",
            "Fails": "/ Acme\n[first heading 1] company: The leading provider",
            "Passes": "/ Acme\n[first heading 1] outcome: Back on the road today",
            "Sources": "Fessenden, Scrolling and Attention, 2018.",
        },
    }
    for name, question, why in (
        ("first-screen", "What does a visitor meet first?", "Most of the viewing time goes to the first screen."),
        ("focus-mix", "What does the copy talk about?", "Buyers look for their own situation."),
        ("visible-errors", "Is anything broken in plain sight?", "A gap in a sentence says that nobody reads along."),
        ("one-voice", "Do pages contradict each other?", "Two answers are none."),
        ("promote", "Is the best line where people see it?", "Good lines are often buried."),
        ("navigation", "Whose words are in the menu?", "A menu of product names speaks to those who know them."),
        ("say-show", "Is customer focus shown or only declared?", "Declarations cost nothing."),
        ("proof", "Are claims backed?", "A claim without proof is noise."),
        ("mission", "Does the mission serve the customer?", "People follow what helps them."),
        ("voice", "Who is addressed?", "A fact, not a verdict."),
    )
}

METHOD = {
    "kind_weights": KIND_WEIGHTS,
    "kind_groups": {kind.value: group for kind, group in GROUPS.items()},
    "screen_weights": {region.value: weight for region, weight in SCREEN_WEIGHTS.items()},
    "screen_source": "Fessenden, Scrolling and Attention, Nielsen Norman Group 2018, 120 participants",
    "thresholds": {"lines for a percentage": MIN_UNITS, "pages for a percentage": MIN_PAGES, "unsure under": 0.55},
    "accuracy": 0.86,
    "card": [
        "Small encoder, 22 million weights, trained on 5,400 invented and licensed lines.",
        "Macro F1 0.83 on 1,120 held-out lines of companies that it never saw.",
    ],
    "confusion": {
        "labels": ["outcome", "problem", "feature"],
        "rows": [[0.84, 0.03, 0.13], [0.05, 0.82, 0.13], [0.04, 0.01, 0.95]],
    },
    "limits": ["Words on the page only: no pictures, no films, nothing behind a login.", "English pages only."],
}

Lines = dict[str, Copy]


def pages() -> list[JudgedPage]:
    """The twelve judged pages."""
    site = example(SITE, name="Northbeck")
    return [_settle(page) for page in site.pages]


def _settle(page: JudgedPage) -> JudgedPage:
    url = page.url.replace("https://example.com", f"https://{HOST}")
    copies = []
    for copy in page.copy:
        text = copy.text
        words = tuple(word.strip(".,;:") for word in text.split() if len(word) > 6)[:2]
        judgement = replace(copy.judgement, why=words, probability=0.41 if copy.judgement.unsure else 0.9)
        folded = text.startswith(("The pump can be", "A flushing"))
        copies.append(
            structs.replace(
                copy,
                judgement=judgement,
                unit=structs.replace(copy.unit, page=url, folded=folded, text=text.replace("by year", "by  year")),
                copies=3 if text.startswith("ISO 9001") else copy.copies,
            )
        )
    return replace(
        page,
        page=replace(page.page, url=url, units=tuple(c.unit for c in copies)),
        copy=tuple(copies),
        clicks=url.rstrip("/").count("/") - 2,
    )


def site_of(judged: list[JudgedPage]) -> Site:
    """The Site of these pages, as focus measures it."""
    home = next((page for page in judged if page.kind.value == "home"), None)
    return Site(HOST, "Northbeck Pumps", ("Northbeck Pumps", "Northbeck"), tuple(judged), home)


def said(judged: list[JudgedPage], start: str) -> Quote:
    """The quote of the unit that starts like this."""
    return next(quote(copy) for page in judged for copy in page.copy if copy.text.startswith(start))


def results(judged: list[JudgedPage]) -> tuple[AuditResult, ...]:
    """What the audits say, written by hand."""

    def line(start: str) -> Quote:
        return said(judged, start)

    empty = finding(
        "visible-errors",
        "empty-slot",
        Tier.VISIBLE,
        "A sentence on the about page has a hole where a name should stand.",
        [line("Recognized by")],
        why="A gap says that nobody reads along, on the page where trust is asked for.",
        fix="Name who recognised you, or delete the sentence.",
        proposal="Recognized by [name of the award body] in [year].",
        weight=0.9,
    )
    typo = finding(
        "visible-errors",
        "repeated-description",
        Tier.REST,
        "Four pages carry the same meta description.",
        [
            Quote(
                "Northbeck is a leading manufacturer of industrial pumps since 1921.",
                f"https://{HOST}/product/gx-200",
                "meta description",
            )
        ],
        why="Search results then say the same about every page.",
        fix="Write one description a page, from its first customer line.",
        weight=0.3,
        lead=False,
    )
    hours = finding(
        "one-voice",
        "support-hours",
        Tier.VISIBLE,
        "Support answers around the clock on one page and in office hours on another.",
        [line("Our helpline"), line("Support is available")],
        why="A buyer with a night shift cannot tell which holds.",
        fix="Decide which holds and say it on both pages.",
        weight=0.95,
    )
    plants = finding(
        "one-voice",
        "count",
        Tier.VISIBLE,
        "The number of treatment plants is more than 400 on one page and over 300 on another.",
        [line("We have supplied"), line("We deliver to over")],
        why="Numbers that disagree weaken each other.",
        fix="Use the newer count on both pages and date it.",
        weight=0.8,
    )
    headline = finding(
        "first-screen",
        "headline",
        Tier.FIRST_SCREEN,
        "The first headline is about the company’s age, not about anything a plant gains.",
        [line("Engineering excellence")],
        why="It could stand on any maker’s page.",
        fix="Put a customer’s result into the first headline.",
        proposal="Change a stator in 40 minutes, not a shift. Pumps by Northbeck since 1921.",
        weight=0.9,
    )
    button = finding(
        "first-screen",
        "button",
        Tier.FIRST_SCREEN,
        "The first button leads to the catalogue.",
        [line("View products")],
        why="A visitor with a blocked line looks for help, not for a list.",
        fix="Offer the step that a plant in trouble needs.",
        proposal="Get a stator by [time] tomorrow",
        weight=0.5,
    )
    third = finding(
        "first-screen",
        "image",
        Tier.FIRST_SCREEN,
        "The first picture shows a pump on a plinth.",
        [Quote("GX-200 pump on a plinth", f"https://{HOST}/", "alt")],
        why="Nobody’s work is in it.",
        fix="Show a fitter changing a stator.",
        weight=0.3,
    )
    buried = finding(
        "promote",
        "buried",
        Tier.PROMOTE,
        "The strongest result of the site stands on one case study and nowhere else.",
        [line("How Hallam Dairy cut"), line("We change a stator")],
        why="It has a number, a name and a before.",
        fix="Move it to the home page, above the products.",
        proposal="Hallam Dairy went from eleven pump stops a year to none. [Your plant] could be next.",
        weight=0.85,
    )
    parts = finding(
        "promote",
        "buried-service",
        Tier.PROMOTE,
        "Next-morning parts are the sixth line of the service page.",
        [line("Order a stator")],
        why="It is the promise that a stopped line looks for.",
        fix="Make it the headline of the service page.",
        proposal="Order a stator by 2 pm and it is on your dock the next morning.",
        weight=0.7,
    )
    claim = finding(
        "proof",
        "unproven",
        Tier.PROOF,
        "“Leading” is claimed and nothing on the site supports it.",
        [line("Northbeck is the leading")],
        why="A claim of rank without a source is skipped by readers.",
        fix="Give the source of the rank, or replace it by the count of plants.",
        proposal="More than [400 or 300] treatment plants run on Northbeck pumps.",
        weight=0.6,
    )
    declared = finding(
        "say-show",
        "declared",
        Tier.SAY_SHOW,
        "“Customers come first” stands on the home page beside terms that can change at any time.",
        [line("Customers come first"), line("Northbeck may change")],
        why="A reader holds the promise against the terms.",
        fix="Show it by a rule that favours the customer, or leave it out.",
        weight=0.6,
    )
    menu = finding(
        "navigation",
        "product-names",
        Tier.REST,
        "The menu names a product series that newcomers do not know.",
        [Quote("GX series", f"https://{HOST}/", "link")],
        why="People look for their industry or their trouble.",
        fix="Add the two industries the site already serves.",
        proposal="Dairies · Wastewater · Service · Prices",
        weight=0.4,
    )
    night = finding(
        "promote",
        "strong",
        Tier.PROMOTE,
        "A customer’s own words, with a person behind them.",
        [line("My people sleep")],
        why="No vendor could have written it.",
        fix="Keep it.",
        weight=0.9,
    )
    yard = finding(
        "first-screen",
        "strong",
        Tier.FIRST_SCREEN,
        "The dairy page opens with the customer’s trouble.",
        [line("Every stop in the filling")],
        why="The reader knows at once that the page is for them.",
        fix="Keep it.",
        weight=0.8,
    )

    def result(
        audit: str,
        findings: tuple[Finding, ...] = (),
        *,
        score: float | None = None,
        dimension: Dimension | None = None,
        status: Status = Status.SCORED,
        summary: str = "",
        keep: tuple[Finding, ...] = (),
        numbers: dict[str, object] | None = None,
    ) -> AuditResult:
        return AuditResult(
            audit, 1, summary or MANUALS[audit]["question"], status, summary, score, dimension, 1.0, findings, keep,
            numbers or {}, "It describes copy, not conversion.",
        )  # fmt: skip

    first = first_customer_quote(judged)
    return (
        result(
            "first-screen",
            (headline, button, third),
            score=0.22,
            dimension=Dimension.FIRST_SCREEN,
            summary="The first screen speaks of the company four times and of the customer never.",
            keep=(yard,),
            numbers={
                "words_to_customer": 141, "customer_line": first, "subjects": {"company": 2, "product": 1},
                "opens_with": "Engineering Excellence Since 1969", "words_before_headline": 0,
            },
        ),
        result("focus-mix", score=0.31, dimension=Dimension.FOCUS, summary="The copy talks mostly of the product."),
        result("visible-errors", (empty, typo), score=0.6, dimension=Dimension.ONE_VOICE, summary="One sentence has a hole."),
        result("one-voice", (hours, plants), score=0.4, dimension=Dimension.ONE_VOICE, summary="Two facts disagree."),
        result("promote", (buried, parts), score=0.5, dimension=Dimension.PROOF, summary="Two strong lines are buried.", keep=(night,)),
        result("proof", (claim,), score=0.45, dimension=Dimension.PROOF, summary="One claim of rank has no source."),
        result("say-show", (declared,), score=0.5, dimension=None, summary="Declared once, shown in part."),
        result("navigation", (menu,), score=0.5, dimension=Dimension.FIRST_SCREEN, summary="Two of three menu words are the vendor’s."),
        result("mission", status=Status.NOT_ENOUGH, summary="No statement of mission was found on the 12 pages read."),
        result(
            "voice",
            status=Status.INFORMATIVE,
            summary="“We” and the company’s name stand 24 times, “you” 3 times.",
            numbers={"we": 17, "name": 7, "you": 3, "share of you": 0.1111},
        ),
    )  # fmt: skip


def first_customer_quote(judged: list[JudgedPage]) -> str:
    """The home page's first customer line."""
    return said(judged, "We change a stator").text


def record(page: JudgedPage) -> PageRecord:
    """What the run keeps of a page."""
    return PageRecord(
        page.url, page.page.title, page.kind, page.page.kind_why, page.page.lang, "ab" * 32, page.page.readable,
        len(page.copy), sum(len(copy.text.split()) for copy in page.copy), page.clicks, page.twin_of,
        profile(page.url, [page], once=False),
    )  # fmt: skip


def run(judged: list[JudgedPage] | None = None, **changes: object) -> Run:
    """The run over these pages (the twelve of Northbeck where none are given)."""
    judged = pages() if judged is None else judged
    site = site_of(judged)
    whole = Run(
        schema=1,
        id="20261114-0901-northbeck",
        auditor="0.1.0",
        method="2026.11",
        site=HOST,
        name="Northbeck Pumps",
        target=f"https://{HOST}/",
        started="2026-11-14T09:01:12Z",
        finished="2026-11-14T09:01:49Z",
        settings={"max_pages": 200, "language": "en", "ignore_robots": False, "include": [], "delay": 0.5},
        coverage=Coverage(
            found=31,
            kept=14,
            judged=12,
            twins=2,
            skipped={"robots.txt": 3, "language": 4, "needs a browser": 1, "redirect": 5, "not html": 4},
            examples=(
                Skip(f"https://{HOST}/de/", SkipReason.LANGUAGE, "de"),
                Skip(f"https://{HOST}/configurator", SkipReason.SHELL, "3 words without scripts"),
                Skip(f"https://{HOST}/catalogue.pdf", SkipReason.NOT_HTML, "application/pdf"),
            ),
            languages={"en": 14, "de": 4},
            robots="obeyed",
        ),
        verdict="It says what you make. It seldom says what changes for the buyer.",
        profile=site_profile(site),
        profiles=kind_profiles(site),
        results=results(pages()) if judged else (),
        scores=(
            Score("first screen", 31.0, 22.0, 41.0, (("first-screen", 22.0, 2.0), ("navigation", 50.0, 1.0))),
            Score("focus", 31.0, 24.0, 39.0, (("focus-mix", 31.0, 1.0),)),
            Score("say-show", None, None, None, (), "too few declarations to hold against the copy"),
            Score("proof", 48.0, 40.0, 55.0, (("proof", 45.0, 1.0), ("promote", 50.0, 1.0))),
            Score("one voice", 50.0, None, None, (("one-voice", 40.0, 1.0), ("visible-errors", 60.0, 1.0))),
        ),
        overall=Score("overall", 38.0, 31.0, 45.0, ()),
        pages=tuple(record(page) for page in judged),
        warnings=(),
        timing={"crawl": 21.4, "judge": 9.2, "audit": 0.4},
    )
    return replace(whole, **changes) if changes else whole  # type: ignore[arg-type]


def unmeasured() -> Run:
    """A run in which nothing could be measured."""
    none = {name: Share(0, 0, None, None, None, "never") for name in ("customer", "product", "company")}
    empty = Profile(
        "site", 0, dict.fromkeys(("outcome", "problem", "feature", "spec", "company", "policy", "other"), 0), 0, 0, none
    )
    return replace(
        run([], results=()),
        verdict="There was too little copy to say what it talks about.",
        profile=empty,
        profiles=(),
        results=tuple(
            AuditResult(name, 1, "failed", status, f"{name} could not be judged.")
            for name, status in (
                ("first-screen", Status.ERROR),
                ("mission", Status.NOT_APPLICABLE),
                ("proof", Status.NOT_ENOUGH),
            )
        ),
        scores=tuple(Score(dim.value, None, None, None, (), "no audit gave a number") for dim in Dimension),
        overall=Score("overall", None, None, None, (), "no dimension was measured"),
        coverage=Coverage(3, 0, 0, 0, {"needs a browser": 3}, (), {}, "obeyed", complete=False),
        pages=(),
    )
