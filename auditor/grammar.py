"""Slips of grammar that a few closed classes of words decide: articles, pronouns, prepositions, auxiliaries.

Each rule names the words of which one must stand in a line for it to be looked for, and reads no more of the line than
decides it: "these range of" is wrong whatever follows, "we have became" where it opens a sentence. What another reading
could save ("the first car I had broke down", "a simple will takes an hour") is left alone: a slip passed over costs less
than good English told as wrong. Open classes of words (things, people, verbs of business) are lists of common ones that cannot
be taken for another part of speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_THINGS = (
    "service product solution system machine component material treatment lesson event session appointment room kitchen "
    "bathroom bedroom window door vehicle car van boiler engine job problem reason example option method procedure symptom "
    "injury disease muscle area location website policy item thing idea tip photo image picture video property building "
    "facility activity opportunity requirement certificate skill technique strategy restaurant hotel cottage apartment venue "
    "course class programme program workshop device tool feature benefit"
)
_PEOPLE = (
    "customer client patient student member visitor lawyer solicitor attorney accountant technician teacher therapist "
    "practitioner dentist expert specialist professional employee worker owner manager director supplier manufacturer "
    "contractor tenant landlord buyer seller investor donor resident homeowner installer trainer driver user"
)
_BODIES = "company business organisation organization firm charity community family school club town city village country county region industry sector"


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _one_of(*lists: str) -> str:
    return "|".join(" ".join(lists).split())


_ONE = _one_of(_THINGS, _PEOPLE, _BODIES)
_ONE_MEANT = _one_of(_THINGS, _PEOPLE)
_ONE_THING = _one_of(_THINGS)
_MANY = "|".join(map(_plural, f"{_THINGS} {_PEOPLE} {_BODIES}".split()))
_MANY_PEOPLE = "|".join(map(_plural, _PEOPLE.split()))

_GIVES = (
    "provides|includes|requires|allows|enables|ensures|gives|becomes|remains|contains|makes|takes|gets|goes|comes|brings|has|does|is|was|"
    "consists|specialises|specializes|understands|believes|delivers|depends|combines|creates|improves|receives|belongs|enjoys|seems|wants|knows|keeps"
)
"""Verbs of the third person that are no plural nouns."""
_THEY_DO = f"{_GIVES}|offers|helps|needs|uses|covers|supplies|works|sells|serves|thinks|sees|finds|feels|cares|accepts|cooks|builds|installs|repairs|cleans|cuts|fixes|tries|sets|runs"
_DO = (
    "provide|include|require|ensure|receive|achieve|improve|deliver|maintain|develop|produce|perform|prevent|enable|become|"
    "understand|choose|obtain|create|reduce|protect|arrange|operate|contain|believe|avoid|give|make|take|get|see|find|help|"
    "keep|bring|meet|serve|treat|assist|discuss|advise|explain|supply|install|repair|remove|replace|handle|manage|complete|offer|hear|learn|enjoy|go|come|use|work"
)
"""Verbs as the dictionary names them."""
_WENT = "went|gave|took|became|began|chose|wrote|drove|knew|grew|threw|flew|forgot"
"""Pasts that are no participles."""
_OPENS = r"(?:^|(?<=[.!?] ))"
_MASS = "information|equipment|furniture|software|advice|luggage|knowledge|machinery|accommodation|jewellery|merchandise|feedback|staffing"
_QUALITY = (
    "cost|price|quality|resistance|strength|use|purpose|aim|success|performance|condition|importance|effectiveness|durability|"
    "accuracy|appearance|installation|delivery|value|size|thickness|temperature|level"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is never right: sets of words of each of which one must stand in a line, its shape, what was meant or "".

    ``unless`` says what words of the line ahead of it save it.
    """

    cues: tuple[frozenset[str], ...]
    shape: str
    meant: str = ""
    unless: str = ""

    def match(self, plain: str) -> re.Match[str] | None:
        """Where a line breaks the rule first, if it does."""
        for match in _compiled(self.shape).finditer(plain):
            if not (self.unless and _compiled(self.unless).search(plain[: match.start()])):
                return match
        return None


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.I)  # when a line may break it: most sites break few rules


def _rule(cues: str, shape: str, meant: str = "", unless: str = "") -> Rule:
    sets = tuple(frozenset(part.replace("|", " ").split()) for part in cues.split(";"))
    return Rule(sets, shape, meant, unless)


_NO_NOUN = (
    r"(?!(?:an?|the|not|no|been|that|all|like|so|just|my|our|your|his|her|their|its|too|never|always|also|still|only|now|what|who|where|why|how|when|"
    r"if|because|going|worth|time|about|to|for|in|on|at|of|by|as|from|with|and|or|is|are|was|there|here|up|you|we|they|he|she|i|it|this|these|those|one|more|less|often|"
    r"usually|probably|really|quite|rather|already|almost|nearly|even|both|either|neither|possible|important|clear|said|true|easy|hard|difficult|best|better)\b)"
)


_STRANDED = (
    r"\b(?:wh\w+|how\w*|once|if|as|after|before|since|until|because|unless|all|every\w*|any\w*|no|moment|minute|day|time|more|things?|"
    r"to|you|we|they|he|she|it|it's|you're|we're|they're|i|come|log|walk|step|move|sign)\b[^.!?;]*$"
)
"""What ahead of a preposition or verb may make it the end of a clause ("whatever you aim for you're covered")."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are told."""
    return (
        # --- its, it's ---
        _rule("it's", r"\b(?:of|from|with|into|throughout|within|known for|famous for|despite|due to|thanks to|owing to|according to|including|without|towards?) it's (?!(?:been|not|an?|the|that|all|like|so|just|my|our|your|going|raining|getting)\b)\w+", unless=_STRANDED),
        _rule("it's", r"\b(?:has|lost|retains|celebrates|celebrated|celebrating|expanded|lives up to) it's (?!(?:an?|the|not|that|been|all|so|just)\b)\w+", unless=_STRANDED),
        _rule("it's", rf"{_OPENS}it's (?:{_NO_NOUN}[a-z]{{3,}} ){{2,3}}?(?:is|was|has)\b(?! (?:what|why|how|when|where|who)\b)"),
        _rule("it's", r"\bit's (?:own|predecessor)\b(?![- ](?:brand|label|branded|goal))"),
        _rule("its", rf"{_OPENS}its (?:(?-i:an?)(?! (?:la|cappella|priori)\b)|been|not (?:an?|the|your|our)|the (?:best|only|first|perfect|right|same|most|little)|our|your|my|time (?:you|we)|up to (?:you|us))\b(?!-)"),
        # --- your, you're; their, there; who's, whose ---
        _rule("you're", r"\b(?:of|with|from|into) you're \w+", unless=_STRANDED),
        _rule("if when whether because unless;your", r"\b(?:if|when|whether|because|unless) your (?:(?-i:an?)(?! (?:la|cappella|priori)\b)|looking for|interested in|unsure|unable|tired of|worried about|happy with|concerned about|unhappy with|based in|in need of)\b(?!-)"),
        _rule("able unable entitled not in;your", rf"{_OPENS}your (?:able to|unable to|entitled to|not (?:sure|alone)|in (?:good|safe) hands|in luck|in the right place)\b(?!-)"),
        _rule("there", r"\b(?:with|into|about) there (?:own|homes|families|needs|customers|clients|children)\b", unless=_STRANDED),
        _rule("they're", r"\b(?:of|with|from|into) they're (?!(?:not|the|an?|in|at|on|all|going|so|to)\b)\w+", unless=_STRANDED),
        _rule("is are was were;their", rf"{_OPENS}their (?:is|are|was|were)\b(?!-)", "there"),
        _rule("who's", r"\b(?:man|woman|people|person|anyone|someone|those|customer|client|company|firm) who's (?:names?|customers|products|parents|clients)\b(?!-)"),
        _rule("whose", r"\b(?:people|person|anyone|someone|those|man|woman|customer|client|children) whose (?:been|interested in)\b(?!-)"),
        # --- words that sound alike ---
        _rule("lead", r"\b(?:been|being|was|were|is|are) lead by (?:an?|the|our)\b", unless=r"\b(?:what|all) "),
        _rule("loose loosing", r"\b(?:to|will|could|would|don't) loose (?:money|customers|sleep|interest|touch)\b|\bloosing (?:weight|money|customers|business)\b"),
        _rule("effect affect affects", r"\b(?:can|may|could|might) effect (?:you|us|how|everyone|(?:your|the) (?:health|appearance|mood|sleep))\b|\b(?:an|no|lasting|big|huge) affect on (?:the|your|our|how)\b|\bside affects\b"),
        _rule("then", r"\bbetter then (?:ever|most)\b|\bmore then ever\b|\brather then (?:an?|any|our|your)\b", unless=r"\bor $"),
        _rule("late soon expensive;to", r"\bnever to (?:late|soon|expensive)(?=[.,;!?]|$| (?:to|for)\b)", unless=r"\b(?:from|early) "),
        _rule("too", rf"{_OPENS}(?:you|we|they) will be able too (?:be|{_DO})\b"),
        _rule("advise advice", r"\b(?:free|expert|legal|impartial|friendly|helpful|honest|tax|financial) advise(?=[.,;!?]|$| (?:for|about|is|from)\b)|\b(?:can|would|could|we) advice you\b(?! can)"),
        _rule("passed past", r"\b(?:the|over|these) passed (?:few|two|three|four|five|six|seven|eight|nine|ten|twenty|\d+) (?:years?|months?|weeks?|decades?|days)\b|\b(?:has|have|had) past away\b"),
        _rule("principle principals", r"(?<!in )(?<!on )(?<!of )\bprinciple (?:designer|surveyor|solicitor|consultant|residence|dentist|architect|engineer)\b|\b(?:basic|fundamental|guiding|underlying) principals of\b"),
        _rule("breath", r"\b(?:can|could|helps? you) breath (?:easy|easier|again|freely|deeply)\b"),
        _rule("quite", r"\bpeace and quite(?=[.,;!?]|$)|\ba quite (?:area|location|street|spot|neighbou?rhood|village|corner|road|lane)\b"),
        _rule("except", r"\bwe (?:also |now |happily )?except (?:all major cards|(?:all )?(?:major )?(?:credit|debit) cards|visa|cheques|paypal|card payments)\b"),
        _rule("roll", r"\bplay(?:s|ed|ing)? an? (?:key|vital|important|major|crucial|central|essential|significant|active) roll in\b"),
        _rule("insure", r"\bto insure that (?:the|your|our|all|every|it|you|we|they)\b"),
        _rule("sight site", r"\b(?:building|construction|caravan) sight\b(?! ?-?lines?)|\bcatch site of\b"),
        _rule("break", r"\bbreak (?:fluid|calipers?|callipers?|linings?|pads)\b(?! of)", unless=r"\b(?:you|we|they|to|can|will|never|and|or|not|don't) $"),
        _rule("personal", r"\b(?:trained|qualified|experienced|skilled|military|security) personal(?=\.|$| (?:are|who)\b)"),
        _rule("form", r"\b(?:(?:miles?|minutes?) away|suffering|ranging) form (?:the|an?|our|your|£|\$|\d)"),
        _rule("manor", r"\bin an? (?:very |more )?(?:timely|professional|courteous|friendly|efficient|prompt|safe|polite|respectful|orderly|caring) manor\b(?! house)"),
        _rule("through", r"\ba through (?:assessment|explanation|understanding|examination|investigation|analysis)\b"),
        _rule("were where", rf"{_OPENS}were (?:here to help|proud (?:of|to)|delighted to|pleased to|happy to|committed to)\b(?![^.]*\?)|\ba place were (?:you|everyone) can\b|\b(?:we|they) where (?:very|delighted|impressed)\b"),
        _rule("weather", rf"{_OPENS}weather or not (?:you|it|we)\b"),
        _rule("arial", r"\barial (?:photos?|photographs?|photography|footage|shots?|surveys?)\b"),
        # --- one and many ---
        _rule("range type selection array;these those", r"\b(?:these|those) (?:range|type|selection|array) of\b"),
        _rule(f"{_MANY_PEOPLE};every another", rf"\b(?:every|another) (?:{_MANY_PEOPLE}) (?:gets|has|is|who|can)\b"),
        _rule(f"{_ONE};several various numerous", rf"\b(?:several|various|numerous) (?:{_ONE})(?=[.!?]|$)"),
        _rule(f"{_ONE_MEANT};one", rf"\bone of (?:the|our|your) (?:(?:best|top|main|key|leading|finest|greatest) )?(?!class\b)(?:{_ONE_MEANT})(?=[.!?]|$| (?:who|which|is)\b)"),
        _rule(f"{_MANY};a an", rf"\b(?-i:an?) (?:{_MANY})(?=[.!?]|$| (?:who|which|are)\b)", unless=r"\b(?:such|what|many|few|quite|of|vitamin|class|grade|hepatitis|type|plan) $"),
        _rule("many several various numerous;there", r"\bthere is (?:many|several|various|numerous)\b(?! (?:a|an)\b)", unless=_STRANDED),
        _rule(f"{_ONE};there", rf"{_OPENS}there (?:are|were) an? (?:{_ONE})(?=[.!?]|$| (?:for|that|which|in|at|on)\b)(?![^.]*\b(?:and|or)\b)"),
        _rule("equipments softwares knowledges", r"\b(?:equipments|softwares|knowledges)\b"),
        _rule(f"{_MASS};are were have", rf"{_OPENS}(?:(?:the|our|your|all|any|this|such|no) )?(?:(?:additional|further|following) )?(?:{_MASS}) (?:are|were|have)\b"),
        _rule("women men", r"\b(?:a|every|each) (?:women|men) (?:is|was|has|can)\b"),
        _rule("childrens", r"\bchildrens\b(?!')", "children's"),
        _rule("womens", r"\bwomens\b(?!')", "women's"),
        _rule("childs", r"\b(?-i:childs)\b(?!')", "child's"),
        _rule("days weeks months years hours minutes;a an", r"(?<!now )\ban? (?:\d+ (?:days|weeks|months|years|hours|minutes) (?:walk|drive|break|wait|rest)|(?:days|weeks|months|years|hours) (?:notice|rent|walk|drive|supply))\b"),
        _rule("needs requirements expectations", rf"\b(?:meet|meets|understand|suit|exceed|match) (?:the|our|your|their) (?:{_MANY_PEOPLE}) (?:needs|requirements|expectations)\b"),
        _rule("referral;doctors physiotherapists", r"\b(?-i:a) (?:doctors|physiotherapists) referral(?=[.,;!?]|$)"),
        _rule("todays", r"\btodays\b(?!')", "today's"),
        _rule("mens", r"\bmens\b(?!'| (?:rea|et|sana)\b)", "men's"),
        _rule("kind type;all various several", r"\b(?:all type|(?:various|several) (?:kind|type)) of\b"),
        _rule("lot", r"\b(?:have|has|had|spend|save) lot of (?!\d)"),
        # --- verbs beside their subjects ---
        _rule(f"{_THEY_DO};we they", rf"\b(?:we|they) (?:{_THEY_DO})\b(?!-)", unless=r"\b(?:like|than|but|not|and|or) $"),
        _rule("he she it", rf"{_OPENS}(?-i:He|She|It) (?:are|have|do|provide|include|allow|enable|ensure|offer|give|require|contain|consist)\b(?![^.]*\?)"),
        _rule(f"{_MANY};provides includes requires allows enables ensures helps", rf"{_OPENS}(?-i:Our|These) (?-i:{_MANY}) (?:provides|includes|requires|allows|enables|ensures|helps)\b"),
        _rule("those", rf"{_OPENS}(?-i:Those) who (?:has|is|was|needs|wants)\b"),
        _rule(f"people|{_MANY_PEOPLE};who", rf"{_OPENS}(?:people|{_MANY_PEOPLE}) who (?:has|is|was)\b"),
        _rule("every", rf"{_OPENS}every (?:{_ONE}) (?:are|have|were)\b"),
        _rule(f"{_QUALITY};of;are have", rf"{_OPENS}(?:The|Our) (?:{_QUALITY}) of (?:the|our|your|these|this|all) (?:\w+ )?\w+s (?:are|have)\b"),
        _rule("benefits advantages results causes symptoms;of", rf"{_OPENS}(?:The|Our) (?:benefits|advantages|results|causes|symptoms) of (?:the|our|your|this|an?) \w+ (?:is|was|has)\b"),
        _rule("itself", rf"{_OPENS}(?:The|This|Our) \w+ itself (?:have|are|provide|include|require|contain)\b"),
        _rule(f"{_ONE_THING};that which", rf"{_OPENS}(?:It|This) is an? (?:{_ONE_THING}) (?:that|which) (?:are|were|have|provide|include|require|allow)\b"),
        # --- verbs beside verbs ---
        _rule("is are was were has have;the our this his her my their its he she it we they i", rf"{_OPENS}(?:(?:The|Our|This|His|Her|My|Their|Its) [\w']+|He|She|It|We|They|I) (?:(?:is|are|was|were) (?:has|have)|(?:has|have) (?:is|are|was|were|am))\b(?![^.]*\?)"),
        _rule("became went gave took began chose grew wrote drove knew;have has had", rf"{_OPENS}(?:we|i|they|he|she|it) (?:has|have|had) (?:became|went|gave|took|began|chose|grew|wrote|drove|knew)\b"),
        _rule(f"{_WENT};to", rf"{_OPENS}(?:we|i|they|he|she) (?:decided|wanted|want|had|have|need|needed) to (?:{_WENT})\b"),
        _rule("aim goal mission;to", rf"{_OPENS}(?:our|my|the) (?:aim|goal|mission) is to (?:includes|ensures|enables|provides|improves|achieves|creates|delivers|maintains)\b"),
        _rule(f"provides|includes|becomes|ensures|allows|requires|enables|improves|contains|remains|helps|gives|makes|offers|takes|needs|been|{_WENT};can could will would should must cannot may might", rf"{_OPENS}(?:we|they|you|he|she|it|i) (?:can|could|will|would|should|must|cannot|may|might) (?:provides|includes|becomes|ensures|allows|requires|enables|improves|contains|remains|helps|gives|makes|offers|takes|needs|been|{_WENT})\b"),
        _rule("provide require receive achieve improve deliver maintain create obtain protect;by", r"\b(?:are|were|been|being) (?:provide|require|receive|achieve|improve|deliver|maintain|create|obtain|protect) by\b"),
        _rule("able", rf"{_OPENS}(?:we|i|they|you|he|she) (?:am|is|are) (?:also |now )?able (?:see|provide|make|give|help|offer|get|take|meet|find|keep)\b(?!-)"),
        _rule("forward", r"\blook(?:ing)? forward to (?:hear from|meet you|see you|serve you|assist you)\b"),
        _rule("suppose", r"\b(?:is|are|was|were|you're|it's|they're) suppose to\b"),
        _rule("pride prides", rf"{_OPENS}we prides? (?:in|on)\b"),
        _rule("been;have", r"\bhave been provide\b"),
        # --- prepositions and articles of set phrases ---
        _rule("comprises", r"\bcomprises of\b"),
        _rule("could should would might must", r"\b(?:could|should|would|might|must) of (?:been|gone)\b"),
        _rule("basis", r"\bon (?:regular|daily|weekly|monthly|yearly|permanent|temporary|ongoing|quarterly) basis\b(?! points)"),
        _rule("manner", r"\bin (?:timely|professional|efficient|prompt) manner\b"),
        _rule("range variety selection array", r"(?<=\w )(?:offers?|provides?|stocks?|supply|supplies|offering|providing) (?-i:wide|broad|large|vast|extensive|diverse|huge) (?:range|variety|selection|array) of\b"),
        _rule("provider supplier manufacturer", r"\b(?:is|are) (?-i:leading|well-known|well-established|reputable) (?:provider|supplier|manufacturer) of\b"),
        _rule("or;so two", r"\b(?:after|within|just|only|nearly) (?:mile|hour|week|month|year) or (?:so|two)\b"),
        _rule("heart middle", r"\b(?:is|are|located|situated|lies) in (?:heart|middle) of (?:the|our|this)\b"),
        _rule("depth", r"(?<![\w-])(?:(?<=\ban )|(?<=\bhas )|(?<=\boffers )|(?<=\bprovides )|(?<=\band )|(?<=\bour ))(?-i:in depth) (?:knowledge|understanding|analysis|reviews?|advice|research|assessments?|consultations?|surveys?|inspections?|expertise|insights?|guidance)\b", "in-depth"),
        _rule("despite", r"\bdespite of\b"),
        _rule("discuss", r"\b(?:let us|let's|please) discuss about (?:the|your|our|it|how)\b"),
        _rule("capable", r"\b(?:is|are) capable to\b"),
        _rule("responsible", r"\b(?:is|are) responsible of (?:the|all|our)\b"),
        _rule("interested", r"\b(?:is|are) interested about (?:the|our|your|this)\b"),
        _rule("depend depends depending", r"\bdepend(?:s|ing)? (?:of|from) (?:the|your|our|how|what)\b"),
        _rule("superior inferior preferable", r"\b(?:superior|inferior|preferable) than\b"),
        _rule("accordance", r"\bin accordance to (?:the|our|your)\b"),
        _rule("aware", r"\b(?:is|are) aware about (?:the|our|your)\b"),
        _rule("contact", r"\bget in contact to (?:us|our|the)\b(?! (?:touch|left|right))"),
        _rule("such", r"\bsuch us\b(?! and)"),
        _rule("since", r"\bsince (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|many|several)\+? (?:years|months|weeks|days|decades)(?=[.!]|$)"),
        _rule("year", r"\b(?:[2-9]|\d\d+)\+? year of experience\b|\b(?:over|more than|almost|nearly) (?:[2-9]|\d\d+)\+? year (?:of|ago)\b"),
    )  # fmt: skip


@cache
def _by_cue() -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, rule in enumerate(rules()):
        for cue in rule.cues[0]:
            places[cue].append(place)
    return {cue: tuple(found) for cue, found in places.items()}


_CUE = re.compile(r"[a-z']+")


def convicted(text: str) -> Iterator[int]:
    """The places in :func:`rules` of those that a line breaks."""
    return (place for place, _ in _faults(text.replace("’", "'")))


def faults(text: str) -> Iterator[tuple[str, str]]:
    """The slips of grammar in a line, one a rule: its words as they stand, and what was meant or ""."""
    for place, match in _faults(text.replace("’", "'")):
        yield text[match.start() : match.end()].strip(), rules()[place].meant


def _faults(plain: str) -> Iterator[tuple[int, re.Match[str]]]:
    cues = _by_cue()
    held = set(_CUE.findall(plain.lower()))
    for place in sorted({place for cue in cues.keys() & held for place in cues[cue]}):
        rule = rules()[place]
        if not any(more.isdisjoint(held) for more in rule.cues[1:]) and (match := rule.match(plain)):
            yield place, match
