"""Slips of grammar that a few closed classes of words decide: articles, pronouns, prepositions, auxiliaries.

Each rule names the words of which one must stand in a line for it to be looked for, and reads no more of the line than
decides it: "these range of" is wrong whatever follows, "exercises helps" where both open a sentence, "it's very low
weight" behind a preposition. What another reading could save is left alone. Open classes of words (things, people, verbs
of business) are lists of common ones that cannot be taken for another part of speech.
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
_OWN_S = frozenset("class business process".split())


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _one_of(*lists: str) -> str:
    return "|".join(" ".join(lists).split())


_ONE = _one_of(_THINGS, _PEOPLE, _BODIES)
_ONE_THING = _one_of(_THINGS)
_MANY = "|".join(map(_plural, f"{_THINGS} {_PEOPLE} {_BODIES}".split()))
_MANY_THINGS = "|".join(map(_plural, _THINGS.split()))

_GIVES = (
    "provides|includes|requires|allows|enables|ensures|gives|becomes|remains|contains|makes|takes|gets|goes|comes|brings|has|does|is|was|"
    "consists|specialises|specializes|understands|believes|delivers|depends|combines|creates|improves|receives|belongs|enjoys|seems|wants|knows|keeps"
)
"""Verbs of the third person that are no plural nouns."""
_SINGULAR_ONLY = "provides|includes|requires|allows|enables|ensures|gives|becomes|contains|makes|has|is|was|does|understands|believes|specialises|specializes|delivers|seems"
_THEY_DO = f"{_GIVES}|offers|helps|needs|uses|covers|supplies|works|sells|serves|thinks|sees|finds|feels|cares|accepts|cooks|builds|installs|repairs|cleans|cuts|fixes|tries|sets|runs"
_DO = (
    "provide|include|require|ensure|receive|achieve|improve|deliver|maintain|develop|produce|perform|prevent|enable|become|"
    "understand|choose|obtain|create|reduce|protect|arrange|operate|contain|believe|avoid|give|make|take|get|see|find|help|"
    "keep|bring|meet|serve|treat|assist|discuss|advise|explain|supply|install|repair|remove|replace|handle|manage|complete|offer|hear|learn|enjoy|go|come|use|work"
)
"""Verbs as the dictionary names them."""
_VERBS_ONLY = "provide|include|require|ensure|receive|achieve|improve|deliver|maintain|develop|prevent|enable|become|understand|choose|obtain|create|reduce|protect|avoid|believe|explain"
"""Those that are neither nouns nor adjectives."""
_WENT = "went|gave|took|became|began|chose|wrote|drove|knew|grew|threw|flew|forgot"
"""Pasts that are no participles."""
_END = r"(?=[.,;:!?)]|$)"
_FOLLOWS = (
    r"(?=[.,;:!?)]|$| (?:that|which|who|are|were|have|has|is|for|to|in|with|from|by|at|on|and|or|we|you|can|will)\b)"
)
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


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are told."""
    return (
        # --- its, it's ---
        _rule(
            "it's",
            r"\b(?:of|from|with|by|in|into|on|at|throughout|within|behind|for|despite|through|under|over|across|around|along|beyond|"
            r"due to|thanks to|owing to|according to|including|without|towards?|outside|inside) it's (?!(?:been|not|an?|the|that|all|like|so|just|my|our|your|going|raining)\b)\w+",
            unless=r"\b(?:all|everything|what|whatever|price|money|reason|it) $",
        ),
        _rule(
            "it's",
            r"\b(?:has|have|had|having|lost|loses|keeps|kept|retains|retain|maintains|reaches|reached|celebrates|celebrated|celebrating|changed|opened|extends|"
            r"expanded|lives up to|launched|increases|increased|reduces|reduced) it's (?!(?:an?|the|not|that|been)\b)\w+",
        ),
        _rule("it's", rf"(?:^|(?<=[.!?;,] )|(?<=and )|(?<=but ))it's (?:{_NO_NOUN}[a-z]{{3,}} ){{1,3}}?(?:is|are|was|were|has|have|makes|allows|means|gives|ensures|enables|offers|provides)\b(?! (?:what|why|how|when|where|who)\b)", unless=r"\b(?:think|thinks|say|says|hope|know|believe|sure) $"),
        _rule("it's", r"\bit's (?:own|customers|clients|members|employees|users|founders?|headquarters|predecessor|competitors|contents)\b(?! (?:who|that|of))"),
        _rule(
            "its",
            r"(?:^|(?<=[.!?,;] )|(?<=\band )|(?<=\bbut )|(?<=\bwhen )|(?<=\bif )|(?<=\bbecause )|(?<=\bso )|(?<=\bthink )|(?<=\bwhether )|(?<=\bsince )|(?<=\bwhile ))"
            r"its (?:an?|been|not|never|always|the (?:best|only|first|perfect|right|same|most|little)|all about|our|your|my|too|really|easy to|hard to|difficult to|great to|good to|important (?:to|that)|"
            r"time (?:to|for|you|we)|up to (?:you|us)|essential|vital|crucial|impossible|possible|worth|going to)\b(?!-)",
            unless=r"\b(?:of|by|for|in|with|from|both|through)\b[^.!?]*$",
        ),
        # --- your, you're; their, there; who's, whose ---
        _rule("you're", r"\b(?:of|for|with|in|on|from|into|at|to|about|get|suit|improve|protect|meet) you're (?:own|\w+)\b(?! (?:to|in|at|on|for|about)\b)", unless=r"\b(?:what|all|who|where|everything|worth) (?:\w+ )?$"),
        _rule(
            "if when whether because while unless until sure know think that;your",
            r"\b(?:if|when|whether|because|while|unless|until|sure|know|think|that) your (?:an?|not|looking (?:for|to|at)|interested in|thinking (?:of|about)|unsure|ready (?:to|for)|having (?:trouble|problems|issues|difficulty)|struggling|unable|planning (?:to|on|an?)|considering|"
            r"going to|trying to|tired of|worried about|happy with|concerned about|suffering|new to|unhappy with|based in|moving (?:to|house|home)|in need of|in the (?:market|area|process)|after an?)\b(?!-)",
        ),
        _rule("able going unable entitled not in about;your", r"\byour (?:able to|going to|unable to|entitled to|not (?:sure|alone|happy|satisfied|only|just|going)|in (?:good|safe) hands|in luck|in the right place|about to)\b(?!-)"),
        _rule(
            "own home homes business businesses family families needs products services team staff property money children customers clients experience knowledge expertise goals potential job jobs lives life health website company employees work time best;there",
            r"\b(?:of|with|for|on|into|about|meet|suit|improve|increase|reduce|protect|achieve|do|run|grow|in|to|at|from|by|reach) there (?:own|home|homes|business|businesses|family|families|needs|products|services|team|staff|property|money|children|customers|clients|experience|"
            r"knowledge|expertise|goals|potential|jobs?|lives|life|health|website|company|employees|work|time|best)\b(?! (?:is|are|was|were)\b)(?!,)|\bthere own\b",
        ),
        _rule("they're", r"\b(?:of|with|in|on|from|into|by|for|to) they're (?!(?:not|the|an?|in|at|on|all|going|so|to)\b)\w+", unless=r"\b(?:what|all|who|where|everything|which|one|place|way) (?:\w+ )?$"),
        _rule("is are was were has have;their", r"(?:^|(?<=[.!?;,] )|(?<=\bthat )|(?<=\bif )|(?<=\bwhen ))their (?:is|are|was|were|has been|have been)\b", "there"),
        _rule("who's", r"\bwho's (?:mission|goal|purpose|name|names|children|business|job|customers|products|parents|clients|property|house|lives|work)\b"),
        _rule("whose", r"\b(?:people|person|anyone|someone|those|man|woman|customer|client|children) whose (?:been|looking (?:for|to)|going to|interested in|always|suffering)\b"),
        # --- words that sound alike ---
        _rule("lead", r"\b(?:been|being|was|were|is|are) lead by\b|\b(?:has|have|had) lead (?:to|the|us|our|many|by)\b(?!-)", unless=r"\bto $"),
        _rule("loose loosing", r"\b(?:to|will|can|could|may|might|not|never|would|don't|you|we) loose (?:the|your|their|our|an?|any|money|weight|customers|business|sleep|interest|control|out|touch|time)\b|\bloosing (?:weight|money|the|your|their|our|customers|business|an?|time)\b"),
        _rule("effect affect affects", r"\b(?:can|may|could|might|not|does|adversely|directly|negatively|badly|greatly|seriously) effect (?:you|your|us|our|how|my|everyone|people|the (?:value|quality|price|way|performance|health|appearance|cost|result|outcome))\b|\b(?:an|no|any|negative|positive|adverse|big|huge|great|lasting|direct) affects? on\b|\bside affects?\b|\bthe affects? of\b"),
        _rule("then", r"\b(?:better|more|less|rather|other|faster|easier|quicker|bigger|stronger|safer|longer|worse|cheaper|higher|lower|larger|smaller|greater|sooner|further|earlier|later|older|younger|fewer) then (?:the|an?|any|our|your|other|most|ever|before|just|you|we|\d)", unless=r"\b(?:if|once|when|after)\b[^.]*$"),
        _rule("late small big expensive soon heavy large busy young old long short far tight complicated difficult;to", r"\b(?:is|are|was|far|way|be|get|getting|not|never|it's) to (?:late|small|big|expensive|soon|heavy|large|busy|young|old|long|short|far|tight|complicated|difficult)\b(?!-)(?=[.,;!?]|$| (?:to|for|and|or|a|an|now|of)\b)"),
        _rule(
            "too",
            r"\b(?:want|wants|need|needs|able|going|like|how|due|used|next|close|here) too (?:be|the|our|your|a|an|"
            + _DO
            + r")\b",
        ),
        _rule("advise advice", r"\b(?:free|expert|legal|professional|practical|impartial|specialist|our|any|some|good|best|further|more|friendly|helpful|honest|sound|tax|financial|technical|medical|independent|for|of) advise(?=[.,;!?]|$| (?:and|on|from|to|for|about|is|that|or|which)\b)|\b(?:to|can|will|would|could|we|please|happily) advice (?:you|on|the|against|that|our|clients|customers)\b"),
        _rule("passed past", r"\b(?:the|over|these|for) passed (?:\w+ )?(?:years?|months?|weeks?|decades?|days)\b|\b(?:has|have|had|was|were|been) past (?:away|down|on to|onto)\b"),
        _rule("principle principles principal principals", r"(?<!in )\bprinciple (?:designer|contractor|surveyor|solicitor|consultant|owner|office|residence|place of business|[a-z]+(?:ist|tor|eer|tect))\b|\b(?:basic|fundamental|guiding|core|scientific|underlying|ethical|moral|general) principals(?= of|[.,;]|$)|\bprincipals of (?:good|sound|fair|how|geometry|mathematics|physics|design|law|justice|care)\b|\bin principal(?=[.,;]|$)"),
        _rule("breath", r"\b(?:to|can|you|could|will|helps? you) breath (?:easy|easier|better|again|freely|new|deeply|properly|life|well)\b"),
        _rule("quite", r"\b(?:peace and|an?|very|so|nice|calm|peaceful) quite(?=[.,;!?]|$| (?:area|location|street|spot|neighbou?rhood|surroundings|village|place|corner|setting|road|lane|part|room|time|moment|life)\b)"),
        _rule("except excepting", r"\b(?:we|also|now|they|only|to|happily) except (?:cash|cards?|all (?:major|credit)|credit|debit|payments?|most|new|bookings|orders|visa|cheques|paypal)\b"),
        _rule("roll", r"\b(?:key|vital|important|major|crucial|active|central|essential|leading|big|significant) roll (?:in|of|as|within|for)\b|\broll models?\b"),
        _rule("insure insures insuring", r"\binsur(?:e|es|ing) (?:that|precise|precision|proper|quality|accuracy|maximum|prompt|timely|complete|customer satisfaction|your satisfaction|the highest|the best)\b"),
        _rule("sight site", r"\b(?:building|construction|job|work|camping|caravan|web) sights?\b|\bin plain site\b|\bcatch site of\b"),
        _rule("brake break brakes", r"\bbrake (?:downs?|even|time)\b|\b(?:lunch|tea|coffee|summer) brakes?\b|\bbreak (?:pads?|discs?|disks?|fluid|calipers?|callipers?|linings?|shoes)\b"),
        _rule("personal", r"\b(?:security|trained|qualified|experienced|military|medical|skilled|maintenance) personal(?=[.,;!]|$| (?:are|who|will|and|to|on|with)\b)"),
        _rule("form", r"\b(?:away|far|apart|different|comes?|coming|ranging|ranges?|suffer|suffers|suffering|benefits?|starting|direct|straight|miles|minutes|mile|minute|hear|heard|everything|anything|available) form (?:the|an?|our|your|us|£|\$|\d|all|any|this|home|as|to)"),
        _rule("though", r"\b(?:go|goes|going|went|passe?s?|walks?|look|looking|guide you|take you|talk you|walk you|works?|working|help you|run|runs) though (?:the|an?|your|our|every|each)\b"),
        _rule("manor", r"\bin an? (?:\w+ and )?(?:very |more )?(?:timely|professional|courteous|friendly|efficient|prompt|safe|quick|polite|clear|respectful|responsible|cost[- ]effective|orderly|similar|proper|organi[sz]ed|honest|ethical|caring|relaxed) manor\b"),
        _rule("through", r"\b(?:an?|our|your|very|more|most|be|been|with|without an?) through (?:assessment|explanation|understanding|examination|inspection|clean|cleaning|knowledge|review|investigation|check|checks|analysis|search|and (?:professional|detailed|friendly|careful|complete))\b"),
        _rule("were where", r"(?:^|(?<=[.!?] ))were (?:here to|open|based|proud|located|delighted|pleased|happy to|committed to|local|looking for)\b(?! you| they| we| it)(?![^.]*\?)|\b(?:place|area|environment|point|location|space|somewhere) were (?:you|we|people|everyone|they)\b|\b(?:we|they) where (?:very|so|all|always|able|given|looking|happy|both|also|in|delighted|impressed)\b"),
        _rule("weather", r"\bweather (?:you|you're|or not|it's|its|they)\b(?! (?:can|may))"),
        _rule("arial", r"\barial (?:photo|photos|photograph|photography|view|views|image|images|footage|shot|shots|picture|survey|surveys)\b"),
        # --- one and many ---
        _rule("range variety kind type sort set selection array;these those", r"\b(?:these|those) (?:(?!(?:are|were|is|have|will|can|who|that|which|in|of)\b)[\w-]+ )?(?:range|variety|kind|type|sort|set|selection|array|series of \w+ is) of\b"),
        _rule(f"{_MANY};each every another", rf"\b(?:each|every|another) (?:(?:new|single|different|individual|major|small|large|great|good|local) )?(?:{_MANY})\b(?!['-])"),
        _rule(f"{_MANY};this", r"\bthis (?:(?:new|small|large|great|simple|different|important) )?(?:customers|clients|patients|solutions|children|companies|businesses|organisations|organizations|reasons|things|areas|classes|systems|people|methods|machines|rooms|problems|activities|facilities|products|treatments|techniques|skills|countries|materials|machines|symptoms)\b(?!['-])"),
        _rule(f"{_ONE};these those several various numerous multiple", rf"\b(?:these|those|several|various|numerous|multiple) (?:(?:new|small|large|great|simple|different|important|other|local|major) )?(?:{_ONE})(?=[.,;:!?)]|$| (?:that|which|who|are|were|have|for|in|with|from|by|at|on|to|of)\b)"),
        _rule(f"{_ONE_THING}|{_one_of(_PEOPLE)}|company|firm|country|city|town|charity|factor|provider|part|way|place|name|component|cause|county;one", rf"\bone of (?:the|our|your|their|its|my) (?:(?:most|more) \w+ |(?:\w+est|best|top|main|key|leading|major|many|few|greatest|finest) )?(?:{_one_of(_THINGS, _PEOPLE)}|company|firm|country|city|town|charity|factor|provider|part|way|place|name|component|cause|county)(?=[.,;:!?)]|$| (?:of|in|for|that|which|to|is|on|at|you|we)\b)"),
        _rule(f"{_MANY};a an", rf"\ban? (?:(?:\w+al|\w+ous|new|small|large|great|good|different|local|better) )?(?:{_MANY})(?=[.;:!?)]|$| (?:that|which|who|are|were|have|in|is|from|by)\b)", unless=r"\b(?:such|what|many|few|quite|of) $"),
        _rule("many several various numerous few;there", r"\bthere (?:is|was) (?:many|several|various|numerous|a few)\b(?! (?:a|an)\b)"),
        _rule(f"{_ONE};there", rf"\bthere (?:are|were) an? (?:\w+ )?(?:{_ONE})(?=[.;!?]|$| (?:of|for|to|that|which|in|at|on)\b)(?![^.]*\band\b)"),
        _rule("equipments softwares knowledges sceneries stationeries advices", r"\b(?:equipments|softwares|knowledges|sceneries|stationeries|advices)\b"),
        _rule("are were have;information equipment furniture software advice luggage knowledge machinery accommodation jewellery merchandise feedback", rf"(?:^|(?<=[.!?] ))(?:(?:the|our|your|all|any|this|that|such|no) )?(?:(?:personal|useful|additional|further|following|above) )?(?:{_MASS}) (?:are|were|have)\b|(?<!of )\b(?:personal|your|our|the|any|such|further) (?:{_MASS}),? which (?:are|were|have)\b"),
        _rule("women men children", r"\b(?:a|one|every|each) (?:women|men|children)\b(?!['-]|s\b| and\b)"),
        _rule("childrens", r"\bchildrens\b(?!')", "children's"),
        _rule("womens", r"\bwomens\b(?!')", "women's"),
        _rule("childs", r"\b(?-i:childs)\b(?!')", "child's"),
        _rule("days weeks months years hours minutes;a an", r"(?<!now )\ban? (?:\d+ )?(?:days|weeks|months|years|hours|minutes) (?!old\b)[a-z]{3,}"),
        _rule(
            "needs requirements expectations findings referral opinion satisfaction specifications homes lives properties businesses perspective wishes goals projects health safety privacy details vehicles gardens",
            rf"\b(?:the|our|your|their|an?|any|every|each|my|all|of) (?:{'|'.join(map(_plural, _PEOPLE.split()))}|doctors|physiotherapists|riders|children|players|pupils|tenants) (?-i:needs|requirements|expectations|findings|referral|opinion|satisfaction|specifications|homes|lives|properties|businesses|perspective|wishes|goals|projects|privacy|details|vehicles|gardens)\b",
        ),
        _rule("todays", r"\btodays\b(?!')", "today's"),
        _rule("mens", r"\bmens\b(?!'| rea\b)", "men's"),
        _rule("kind type sort;all various many several these those", r"\b(?:all|various|many|several|these|those) (?:kind|type|sort) of\b(?! (?:person|man|woman|thing))"),
        _rule("lot", r"\b(?:have|has|had|is|are|with|spend|save|offer|do|does|need|needs|takes?|gives?|put) lot of\b"),
        _rule("number", r"\b(?:are|were|offers?|provides?|supply|supplies) number of\b"),
        # --- verbs beside their subjects ---
        _rule(f"{_THEY_DO};we they", rf"\b(?:we|they) (?:{_THEY_DO})\b(?!-)"),
        _rule("he she it everyone everybody nobody someone", rf"{_OPENS}(?-i:He|She|It|Everyone|Everybody|Someone|Nobody|Anyone) (?:are|have|do|were|provide|include|allow|enable|ensure|offer|make|give|require|help|need|take|come|go|contain|consist)\b(?![^.]*\?)"),
        _rule(f"{_MANY}|exercises|prices|rates|results|reviews;{_GIVES}|helps", rf"{_OPENS}(?:(?-i:Our|The|These|Those|Your|All|Most|Many|Some|Such|My|Their) )?(?:(?-i:(?!One\b|Each|Every|Any|No\b|More\b|Fewer\b|W[hH]|How\b|[A-Za-z]+ing\b)[A-Za-z]+) )?(?-i:{_MANY}|exercises|prices|rates|results|reviews) (?:{_GIVES}|helps)\b(?! (?:not )?what\b)"),
        _rule("those", r"\bthose who (?:has|is|was|needs|wants|does)\b"),
        _rule("people", r"\bpeople (?:who )?(?:has|is|was|does)\b", unless=r"\b(?:of|for|with|to|by|and|number|looking|helping|the) (?:\w+ )?$"),
        _rule("every", rf"\bevery (?:{_ONE}) (?:are|have|were)\b"),
        _rule(f"{_QUALITY};of;are were have", rf"{_OPENS}(?:The|Our|Your) (?:\w+ )?(?:{_QUALITY}) of (?:(?:the|our|your|these|this|any|all) )?(?:\w+ )?\w+s (?:are|were|have)\b"),
        _rule("costs prices temperatures levels sizes methods benefits advantages results reasons causes symptoms types parts members owners;of;is was has", r"(?:^|(?<=[.!?] ))(?:(?:The|Our|Some|Many|All|Most) )?(?:(?!\w+ing\b|One\b|Any\b|Each\b)\w+ ){0,2}(?:costs|prices|temperatures|levels|sizes|methods|benefits|advantages|results|reasons|causes|symptoms|parts|members|owners) of (?:the|our|your|this|a|an) \w+ (?:is|was|has)\b", unless=r"\b(?:one|each|any|list|range) "),
        _rule("itself himself herself", r"\b(?:the|this|our|a|each) \w+ itself (?:remain|stay|need|have|are|were|make|give|provide|include|require|contain|offer)\b", unless=r"\b(?:let|make|makes|help|helps|have|does|do|did|will|can|would|should|must|may)\b[^.]*$"),
        _rule(f"{_ONE_THING}|organisation|organization|company;that which", rf"\b(?:an?|this|each|every) (?:(?!(?:number|lot|range|few|set|list|group|pair|couple|series|choice|variety|selection|collection) )[a-z-]+ )?(?:{_ONE_THING}|organi[sz]ation|company) (?:that|which) (?:are|were|have|provide|include|require|hold|make|allow|give|need)\b", unless=r"\b(?:of|and|or|in|with|to|for|from|on|such as) (?:\w+ )?$"),
        _rule(f"{_MANY};who that which", rf"\b(?-i:{_MANY}) (?:who|that|which) (?:has|is|was|does|{_SINGULAR_ONLY})\b", unless=r"\b(?:of|one|the only|each|any|no|every|range|set|nothing|something|and|with|to|for|in|a|an)\b[^.;:!?]*$"),
        _rule(
            "does;all", rf"{_OPENS}All (?:our |the )?(?:{_MANY}|prices|orders|rates|fees) [^.!?,;]{{3,60}} and does\b"
        ),
        # --- verbs beside verbs ---
        _rule("is are was were has have;the our this his her my their its he she it we they i", r"(?:^|(?<=[.!?] ))(?:(?:The|Our|This|His|Her|My|Their|Its) [\w']+|He|She|It|We|They|I) (?:(?:is|are|was|were) (?:has|have|is|are|was|were)|(?:has|have) (?:is|are|was|were|am))\b(?![^.]*\?)"),
        _rule("become became went gave took chose grew wrote drove ran did has have had", r"\b(?:has|have|had|having) (?:became|went|did|gave|took|began|chose|grew|wrote|drove|ran|knew|threw|flew|forgot|broke|spoke|fell)\b"),
        _rule(f"{_WENT};to", rf"\bto (?:{_WENT})\b(?!-)", unless=r"\b(?:from|according|due|thanks|next|spoken|back) $"),
        _rule("includes ensures enables provides requires improves achieves receives creates delivers maintains understands;to", r"\bto (?:includes|ensures|enables|provides|requires|improves|achieves|receives|creates|delivers|maintains|understands)\b", unless=r"\b(?:requires|provides|includes) $|\byou\b|\bwe\b"),
        _rule(f"provides|includes|becomes|ensures|allows|requires|enables|improves|contains|remains|helps|gives|makes|offers|takes|needs|been|{_WENT};can could will would should must cannot can't won't don't doesn't didn't not may might", rf"\b(?-i:can|could|will|would|should|must|cannot|can't|won't|don't|doesn't|didn't|does not|did not|do not|may|might) (?:provides|includes|becomes|ensures|allows|requires|enables|improves|contains|remains|helps|gives|makes|offers|takes|needs|been|{_WENT})\b(?!-)", unless=r"\b(?:the|your|an?|their|his|her|free|my|this|living|if|each|every) $"),
        _rule(f"{_VERBS_ONLY};are were been being", rf"\b(?:are|were|been|being) (?:{_VERBS_ONLY})\b(?!-)", unless=r"\b(?:do|did|doing|done)\b[^.]*$"),
        _rule("be;can could may might will should must cannot to", r"\b(?:can|could|may|might|will|should|must|to|cannot) be (?:use|make|give|provide|include|apply|install|arrange|reduce|remove|adjust|create|achieve|require|deliver|take|see|find|found out of|do|choose|know|pay|send|book)\b(?!-)(?=[.,;!?]|$| (?:to|by|in|for|with|at|on|from|as|of|and|or|the|a)\b)"),
        _rule("able", rf"\b(?:am|is|are|be|been|being|and|were|was|not|you're|we're|now|also|only|longer|better) able (?-i:{_DO}|treat|provide)\b(?!-)"),
        _rule("order", rf"\bin order (?:{_VERBS_ONLY}|make|give|help|keep|get)\b", unless=r"\b(?:listed|put|placed|alphabetical) $"),
        _rule(f"{_VERBS_ONLY};for by of without", rf"\b(?-i:for|by|of|without) (?-i:{_VERBS_ONLY})\b(?!-)(?= (?:the|a|an|your|our|you|their|all|any|it)\b)"),
        _rule("forward", r"\b(?:look|looks|looking) forward to (?:hear|see|meet|serve|welcome|discuss|assist|speak|provide|help|receive|get)\b(?! (?:from )?and\b)"),
        _rule("suppose use", r"\b(?:is|are|was|were|you're|it's|they're) suppose to\b|\b(?-i:I|he|she|they|we|it|was|were|are|is|get|got) use to (?:be|have|do|the|work|it|live|go|being)\b", unless=r"\b(?:can|will|could|may|might|should|must|to|which|that|it|everything|all|did|didn't|not)\b[^.]*$"),
        _rule("pride prides", r"\b(?:we|they|they|and) prides? (?:in|on)\b(?! of)"),
        _rule("been;have", r"\bhave been (?:be|provide|work|help|serve|make|supply|build)\b(?!-)"),
        # --- prepositions and articles of set phrases ---
        _rule("comprises comprising", r"\bcompris(?:es|ing) of\b"),
        _rule("could should would might must", r"\b(?:could|should|would|might|must) of (?!course|a\b|the\b|the\b)(?=been|had|done|\w+ed\b|gone|made|taken|known|given|seen)"),
        _rule("basis", r"\bon (?:regular|daily|weekly|monthly|yearly|annual|permanent|temporary|ongoing|quarterly) basis\b"),
        _rule("timely professional friendly safe efficient", r"\bin (?:timely|professional|friendly|safe|efficient|courteous|prompt) (?:manner|fashion|way)\b"),
        _rule("range variety selection array choice spectrum", r"\b(?:offers?|provides?|have|has|with|stocks?|supply|supplies|covers?|covering|offering|providing|carry|carries|serve|serves|from|of|on|in|across) (?-i:wide|broad|full|complete|large|vast|extensive|diverse|huge|great) (?:range|variety|selection|array|choice|spectrum) of\b"),
        _rule("provider supplier manufacturer company business firm", r"\b(?:is|was|are|we're) (?-i:leading|well-known|well-established|reputable|family-owned|family-run|trusted|full-service) (?:provider|supplier|manufacturer|company|business|firm)(?= (?:of|in|that|which|with|for)\b)"),
        _rule("or;so two more", r"\b(?-i:[Aa]fter|for|about|in|within|of|by|just|only|nearly|takes?|lasts?|another|over|under) (?<!another )(?-i:mile|hour|minute|week|month|year|day|second|metre|kilometre) or (?:so|two|more)\b"),
        _rule("heart middle", r"\b(?:in|at|is|located in|set in) heart of\b|\bin middle of\b"),
        _rule("depth", r"(?<![\w-])(?-i:in depth) (?:knowledge|understanding|analysis|reviews?|advice|look|study|studies|reports?|guides?|training|research|experience|discussions?|assessments?|consultations?|interviews?|surveys?|inspections?|information|expertise|insights?|guidance|support|conversations?|courses?|articles?|view|examinations?|approach|audit|investigation)\b", "in-depth"),
        _rule("despite", r"\bdespite of\b"),
        _rule("discuss discussed discussing", r"\bdiscuss(?:ed|ing)? about\b"),
        _rule("capable", r"\bcapable to\b"),
        _rule("responsible", r"\bresponsible of\b"),
        _rule("specialise specialises specialize specializes specialised specialized specialising specializing", r"\bspeciali[sz](?:e|es|ing) (?:on|at|for)\b"),
        _rule("interested", r"\binterested (?:on|about|for)\b(?! (?:how|a (?:day|week|year|long|while)|years|many|over|more|some)\b)"),
        _rule("depend depends depending", r"\bdepend(?:s|ing)? (?:of|from)\b"),
        _rule("superior inferior prior preferable", r"\b(?:superior|inferior|preferable|prior) than\b"),
        _rule("according accordance", r"\baccording with\b|\bin accordance to\b"),
        _rule("aware awareness", r"\b(?:aware about|awareness on)\b(?! (?:social|facebook|instagram|how)\b)", unless=r"\brais(?:e|es|ed|ing) (?:\w+ )?$"),
        _rule("contact", r"\bin contact to (?:the|an?|us|our|your)\b|(?<!in )\bcontact to us\b"),
        _rule("such well", r"\b(?:as well us|such us)\b"),
        _rule("course", r"\boff course\b(?=[,.!])|\bof coarse\b"),
        _rule("since", r"\bsince (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|over|more than|many|several)\+? (?:\w+ )?(?:years?|months|weeks|days|decades|generations)\b(?! ago)"),
        _rule("years year", r"\b(?:[2-9]|\d\d+)\+? year of experience\b|\b(?:over|more than|almost|nearly) (?:[2-9]|\d\d+)\+? year(?= (?:of|in|ago|experience|the)\b)"),
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
