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

from auditor import lexicon

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
_PURE = _one_of(
    "provide keep create ensure learn improve determine become bring protect avoid prevent allow understand enlarge enable achieve reduce identify "
    "obtain continue maintain promote establish perform choose consider remove apply participate serve attend speak implement accept spend deliver manage believe "
    "expand explain enhance respond generate describe enjoy encourage assess teach solve operate remember comply verify define remain decide lose communicate "
    "introduce contribute appear investigate resolve indicate examine demonstrate confirm recognise recognize inform acquire accommodate adopt eliminate engage "
    "satisfy specify announce calculate detect subscribe defend attract recover realise realize accomplish compete minimise minimize publish proceed "
    "strengthen approve require overcome admit agree celebrate occur integrate notify survive destroy arrive adjust succeed execute exceed retain maximise maximize "
    "undertake gather combine organise organize enforce distinguish predict educate contain retrieve qualify navigate cope negotiate distribute recommend relax "
    "tackle adapt rely sustain imagine interpret illustrate donate acknowledge utilise utilize diagnose forget convey advise refuse renew recruit activate suffer "
    "stimulate optimise optimize appreciate compensate borrow relieve attach attain persuade afford alleviate mobilise mobilize differ entertain customise customize "
)
"""Verbs as the dictionary names them that are never nouns: in the counts of word pairs of symspellpy's dictionary (Google Books)
they stand behind "to", and never behind "the", "a" or "your"."""
_PURE_S = "|".join(map(_plural, (verb for verb in _PURE.split("|") if not verb.endswith("become"))))
"""The same in the third person: as verbs' endings are those of nouns."""
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
        _rule("it's;due because thanks owing", r"\b(?:due to|because of|thanks to|owing to|on account of) it's (?:very |extremely |highly )?(?:good|high|low|wide|excellent|unique|large|small|great|superior|strong|natural|location|size|nature|ability|position|proximity|design|age|shape|weight|quality|strength|popularity|versatility|durability|flexibility)\b(?! (?:to|that)\b)", "its"),
        _rule("it's", r"\b(?:has|lost|retains|celebrates|celebrated|celebrating|expanded|lives up to) it's (?!(?:an?|the|not|that|been|all|so|just)\b)\w+", unless=_STRANDED),
        _rule("it's", rf"{_OPENS}it's (?:{_NO_NOUN}[a-z]{{3,}} ){{2,3}}?(?:is|was|has|(?<=s )are|(?<=s )were)\b(?! (?:what|why|how|when|where|who)\b)"),
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
        _rule("arial", r"\barial (?:photos?|photographs?|photography|footage|shots?|surveys?|views?|pictures?|images?)\b"),
        # --- words that sound or look alike, in frames that only the other can fill ---
        _rule("are", r"\b(?:try|do|trying|doing|tried|does) are (?:very |level |utmost )?best(?=[.,;!?]|$| to\b)", "our"),
        _rule("are", r"\b(?:into|visit|join|browse|view|contact|call|find|see|from|at|to|with|in|on|for|of|using|use|check|leave|outside) are (?:shop|showroom|clinic|salon|workshop|garage|warehouse|studio|restaurant|gallery|newsletter|factory|website|garden|team|range|own|friendly (?:team|staff)|new (?:website|shop|office|showroom|premises|menu)|main (?:office|website))(?=[.,;!?]|$| (?:in|on|at|to|for|located|today|near|where|we|is|of|page)\b)", "our", unless=r"\b(?:what|who|which|that|those|these|all|things)\b[^.!?]*$"),
        _rule("our;we they you", rf"{_OPENS}(?:we|they|you) our (?:very |also |always |not |now |all |a |an |the |here |proud|\w+ing\b|\w+ed\b)\w*"),
        _rule("your", r"\byour (?:looking for|looking to|trying to|planning (?:to|on)|thinking of|hoping (?:to|for)|going to (?:be|have|get|need|love|want|see|find|do|make)|wondering|having (?:trouble|problems|difficulty)|about to|not sure|interested in|unsure (?:of|about|if|whether|what|how)|ready to|welcome to|more than welcome|guaranteed (?:to|a|the)|in (?:good|safe|the right) (?:hands|place)|always welcome)\b", unless=r"\b(?:like|of|despite|about|by) $"),
        _rule("you're", r"\b(?:for|at|about|under|through|within|around|transform|improve|maintain|protect|suit|book|meet|discuss|near|visit) you're (?:own|home|house|property|garden|car|vehicle|business|budget|needs|family|pet|pets|dog|child|children|website|company|health|requirements|order|booking|appointment|next|first|local|wedding|event|kitchen|bathroom|skin|hair|teeth|boiler|behalf|team|life|choice|money)\b(?! (?:and|or) not)", unless=r"\b(?:when|if|where|while|as|whether|once|because|that|so)\b[^.!?,]*$"),
        _rule("its", r"\bits (?:(?:always|so|very|highly|strongly|also|just|really|often|not|now|best|generally|usually) )?(?:recommend(?:ed)?|impossible|possible|important|essential|vital|easy|easier|difficult|better|worth|likely|unlikely|necessary|crucial|hard|advisable|great|good|nice|best) (?:to (?:be|\w+ )(?!and\b)|that (?:you|we|the|your|they|it)\b|you\b|if (?:you|we)\b|when (?:you|we)\b|for (?:you|us) to\b)"),
        _rule("its;and but so because if when as that think know believe means where since although while unless", r"\b(?:but|so|because|if|when|think|know|believe|means|although|unless|since|that) its (?:(?-i:an?)(?! (?:la|cappella|priori)\b)|been|not (?:an?|the|just|only|about|always|too)|our|your|my|all about|going to|time (?:to|for)|too (?:late|hot|cold|big|small|much)|like (?:an?|the)|still (?:a|the|not)|up to|what (?:we|you|makes)|where (?:we|you)|why)\b(?!-)"),
        _rule("then;more less better worse rather other fewer greater higher lower larger smaller bigger faster slower cheaper easier older younger longer shorter stronger quicker wider earlier later sooner", r"\b(?:more|less|better|rather|other|fewer|greater|higher|lower|larger|smaller|bigger|faster|slower|cheaper|easier|older|younger|longer|shorter|stronger|quicker|wider|earlier|sooner) then (?:just(?! (?:after|before|as|now|when)\b)|an?(?! la\b)|any|\d+|one|two|three|four|five|six|ten|ever|most|happy|enough|welcome|half|usual|expected|normal|average|before|others|traditional|that of|in the past)\b", "than", unless=r"\b(?:if|when|once|as|since|and|or|until|need\w*|want\w*|is|gets?|become\w*)\b[^.!?;]*$"),
        _rule("than", r"(?:^|[.!?] )Than (?:we|you|the|it|they|this|our|call|simply|please|there)\b|, than (?:please|call|contact|look|we (?:can|will|have|are)|you (?:can|will|have|are|need|should)|let us|why not|get in)\b", "then", unless=r"\b(?:more|less|rather|better|other|\w+er)\b[^.!?]*$"),
        _rule("that;bigger smaller faster cheaper larger stronger longer shorter lighter heavier wider quicker thinner thicker", r"\b(?:bigger|smaller|faster|cheaper|larger|stronger|longer|shorter|lighter|heavier|wider|quicker|thinner|thicker) that (?:the|an?|any|other|most|our|your|normal|traditional|standard|those|conventional)\b", "than", unless=r"\bso (?:much )?$"),
        _rule("that;more less", r"\b(?:much|far|even|significantly|slightly|lot|considerably) (?:more|less) (?!\w+ly\b|likely|important|certain|clear|evident|obvious|apparent|people|time|money|work|information|things?)\w+(?:ic|ive|able|ible|ful|ous|ent|ant|al) that (?!you|we|it|is|are|was|can|will|they|he|she|i|may|has|have|do|does|could|would|need|want)\w+", "than"),
        _rule("too", rf"\b(?:able|want|wants|need|needs|like|love|going|happy|how|ready|used|due|unable|ability|where|difficult|easy|helps?|designed|committed|dedicated|chance|opportunity|aim|aims|try|according|close|prior|listen|thanks) too (?:{_PURE}|be|see|make|help|find|have|get|go|do|use)\b", unless=r"\b(?:not|is|are) $"),
        _rule("refer;too", r"\brefer (?:you|them|him|her|people|customers|clients|patients) too\b"),
        _rule("to;all far way", r"(?<!\w )(?:all to often)\b|\ball to (?:often|easy|common|easily|familiar|aware)(?=[.,;!?]|$| (?:that|we|to|with|in|for|when)\b)|\b(?:far|way) to (?:many|much|often|long|expensive|big|small|late|busy)\b(?! (?:of the|a)\b)"),
        _rule("to;is are be was were you're we're feel feels seem seems look looks it's", r"\b(?:is|are|was|were|you're|it's|feels?|seems?|never|not|get|got|gets) to (?:busy|expensive|big|tired|heavy|difficult|late|short|tight|narrow|small|weak|far away)(?=[.,;!?]|$| (?:to|for)\b)", unless=r"\b(?:key|goal|aim|secret|way|trick|thing|challenge|step|idea|plan|answer|solution) $|\bfrom\b"),
        _rule("affects", r"\b(?:side|combined|harmful|positive|negative|adverse|beneficial|lasting|ill|special|long-term|short-term|desired|cumulative|damaging|devastating|healing|calming|dramatic|same|these \w+ing|the) affects (?:of|on|can|are|and|that|which|from|to|alleviate|help|reduce|include|may|will)\b|\b(?:and|these|those|the) (?:combined|side|harmful|positive|negative|adverse|beneficial|lasting|special|long-term|damaging) affects\b|\b(?:the|any|many|some|all|no) affects of\b", "effects"),
        _rule("affect", r"\b(?:an?|the|no|any|positive|negative|adverse|great|profound|lasting|immediate|direct|huge|major|detrimental|knock-on|domino|calming|soothing) affect (?:on|of|upon)\b|\btake affect(?=[.,;!?]|$| (?:on|from|in|at|when|within)\b)|\bin affect,", "effect"),
        _rule("effect effected;may can could might will adversely badly negatively severely greatly worst directly by", r"\b(?:adversely|badly|negatively|severely|greatly|seriously) effect(?:ed|s|ing)?\b|\b(?:worst|directly|most) effected\b|\b(?:can|may|could|might|will|not|also|doesn't|don't) effect (?:your (?!transfer|payment|sale|purchase|move|release)|you\b|our (?:health|lives|mood)|people|children|anyone|everyone|others|many)"),
        _rule("maybe", r"(?<=[a-z] )maybe (?:required|used|needed|asked|subject to|able to|available|applicable|entitled|eligible|charged|made|given|taken|found|caused|considered|accessed|returned|ordered|obtained|arranged|offered|included|affected|changed|seen|reached|contacted|liable|suitable|appropriate|wondering|experiencing|suffering|refused|cancelled|canceled|refunded|withdrawn|recorded|monitored|shared|disclosed|collected|purchased|booked|paid|necessary|requested|permitted|allowed|added|removed|due to)\b", "may be", unless=r"\b(?:and|or|but|is|are|was|were|be|been|so|then|with|not|just|yet|even|can|have|has|had|being|than|to|of|for|if|also|a|an|the|still|as|get|got|gets) $"),
        _rule("may", rf"{_OPENS}(?-i:May) be (?:you|we|it|they|he|she|the|your|I|that)\b(?![^.!]*\?)", "Maybe"),
        _rule("everyday", r"(?<=[\w%] )(?-i:everyday)(?=[.;!?]|,? ?$|, (?:we|and|so|but|from|come|call|you)\b| (?:from|between|until|till|except|we|during|throughout|by|at|of the (?:week|year))\b)", "every day", unless=r"(?:\b(?:the|an?|of|our|your|for|beyond|from|to|their|than|in|into|and|with|&|is|are|this|that|my|its|his|her|or|not|less|more|very|ordinary|mundane|these|those|on|by|about)|-|(?-i:[A-Z][a-z]+)|,) $"),
        _rule("everyday", r"\b(?:available|open|served|baked|cleaned|updated|prepared|delivered|working|out) (?-i:everyday)(?=[.,;!?]|$| (?:and|or|including|on) (?!life|use|wear))", "every day"),
        _rule("every;day", r"\b(?-i:every day) (?:life|lives|use|items?|essentials|wear|tasks?|living|problems|situations|activities|objects|clothes|products|needs|english|carry)\b", "everyday", unless=r"\b(?:use|change\w*|save\w*|live\w*) (?:it |this |them )?$"),
        _rule("form", r"\b(?:away|apart|benefit(?:s|ed)?|hear|far|differs?|different|come|comes|came|range|ranges|choose|suffers?|recover(?:s|ed|ing)?|results?|taken|made|bought|purchased?|available|received?|obtained|straight|directly|excluded|separate|home|protects? (?:you|it|them)|years|months|days|days?|feet|metres|yards|everything|anything|anywhere|someone|people|customers|everyone|return(?:ing|ed)?) form (?:the|an?|our|your|his|her|their|my|this|that|these|those|us|you|home|time|all|\d)\b", "from", unless=r"\b(?:how|that|which|to|can|will|would|may|not|the|often|this|a|an|order|contact|in|their|when|as|both|together|of) (?:\w+ )?$"),
        _rule("from;fill filling complete completing", r"\b(?:fill|filling) (?:in|out) (?:the|our|this|an?|your) (?:(?:short|simple|online|contact|enquiry|booking|quick|application|order|inquiry|registration|following|easy|free|quote) ){0,2}from\b|\b(?:contact|booking|enquiry|application|registration|order|inquiry|referral|quote) from (?:below|above|on this page|and (?:we|one of))\b", "form"),
        _rule("from;part", r"\b(?:which|that|they|these|to|will|can|may) from (?:part|the (?:basis|backbone|foundation|core|heart)|an? (?:integral|important|essential|key|vital|part|solid|strong)) of?\b"),
        _rule("quiet", r"\bquiet (?:a (?:few|lot|bit|while|long|good|big|large|number)|simply|literally|sure|different|frankly|rightly|possibly|common|easily|right(?=,))\b", "quite"),
        _rule("loose loosing", r"\b(?:to|will|could|would|don't|won't|can|may|might|can't|not|never|didn't|you'll|you|we|they|and|or|of|without|from|by|risk|start|stop|keep|are|is|been) loos(?:e|ing) (?:weight|(?:your|his|her|their|our|any|all|the|some|more|too much) (?:(?:\w+ )?(?:weight|hair|money|job|home|teeth|tooth|sight|way|business|customers|data|time|ability|opportunity|chance|right|rights|licen[cs]e|deposit|value|keys|memory|will|interest|focus|confidence|balance|voice|life|place|sense|grip|momentum|heat|energy|power|income|house|property|faith|trust|appetite|shape|colour|color))\b|control|track|sight of|touch with|hope|faith|everything|sleep|interest|hair|money|customers|business|confidence|valuable|power|pounds|inches|fat|momentum|out)\b", unless=r"\bdue $"),
        _rule("insure insures insuring", r"\binsur(?:es?|ing) (?:(?:the |an? )?(?:precise|precision (?:fabrication|fit|work|manufacturing)|proper|quality|maximum|correct|complete|accuracy|accurate|timely|safe|safety|satisfaction|success|consistent|efficient|optimal|smooth|wheels?|longevity)\b|(?:you|we|they|it) (?:get|have|are|receive|is|will|can|meet)s?\b)(?![^.]*\binsur(?:ance|er|ed)\b)", unless=r"\b(?:insurance|insurer|insured|policy|cover)\b"),
        _rule("threw", r"\b(?:up|go|going|goes|come|coming|comes|pass|passes|passed|way|right|all|walk|drive|looks?|following|follow|straight|half ?way|guide you|take you|talk you|put you|help you|get|going) threw\b(?! (?:in|out|away|himself|herself)\b)", "through", unless=r"\b(?:he|she|they|we|i) (?:all )?$"),
        _rule("bare baring", r"\bbar(?:e|ing) (?:(?:that|this|it|these) )?in mind\b|\bbare with (?:us|me|it)\b|\b(?:can|cannot|can't|could|couldn't|must|unable to|able to|hard to) bare(?=[.,;!?]|$| (?:the|it|to|with|any|in|more)\b)(?! (?:all|bones))|\bbaring (?:the (?:weight|load|brunt)|fruit)\b|\bweight bare?ing\b"),
        _rule("passed", r"\b(?:walk|drive|drove|go|went|goes|travel|continue|carry on|straight|half|quarter|run|ran|right|way|head|ride) passed (?:the|our|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|it|them|\d)\b|\bin the passed(?=[.,;!?]|$| (?:we|I|few|\d))", "past", unless=r"\b(?:have|has|had|having|they|we|he|she|who) (?:\w+ )?$"),
        _rule("principle", r"\b(?:the|our|a|as|my|is|his|her|their|company's|firm's) principle (?!(?:matter|other|either|order|newer|older|whether|never|however|over|under|after|rather|later|better|further|larger|smaller|stronger|must|that)\b)(?:\w+(?:ist|ian|eer|iner|cher|aker|rter|ctor|ator|itor|yor|icer|ager|tant|tect)|aim|reason|sponsor|office|residence|place of business|purpose|role|activity|partner|town|city|cause|source|investor|dealer|trainer|physio|contractor|agent|investigator|lawyer|attorney|owner)s?\b", "principal"),
        _rule("principals", r"\bprincipals of (?:mathematics|physics|design|engineering|law|science|learning|good|economics|safety|management|democracy|chemistry|marketing|accounting|natural|training|fairness|equality|sound|integrity|honesty|teaching|art|building|construction|surveying|yoga|pilates|nutrition)\b|\b(?:basic|core|fundamental|guiding|underlying|sound|scientific|ethical|moral|first|key) principals\b(?=[.,;!?]|$| (?:of|and|that|to|which|in|are)\b)", "principles"),
        _rule("compliment compliments complimented complimenting", r"\b(?:perfectly|beautifully|fully|really|further) compliments?\b|\bcompliment(?:s|ing|ed by)? (?:(?:your|our|the|any|each|their|its|an?|every|his|her|existing|all) )?(?:each other|one another|(?:\w+ )?(?:d[eé]cor|home|range|style|property|garden|room|skin|dish|dishes|menu|meal|meals|kitchen|design|surroundings|landscape|landscaping|interior|architecture|colou?rs?|furniture|outfit|wines?|flavou?rs?|lifestyle|building|existing|natural|scheme|treatment|treatments|services|other))\b", "complement"),
        _rule("complementary", r"\bcomplementary (?:breakfasts?|wi-?fi|parking|drinks?|teas?|coffees?|consultations?|quotes?|estimates?|glass|toiletries|shuttle|bottle|upgrade|tickets?|delivery|pick-?up|refreshments|snacks?|water|champagne|prosecco|welcome|copy|admission|bottled)\b", "complimentary"),
        _rule("stationary stationery", r"\b(?:office|business|school|wedding|printed|corporate|branded|personali[sz]ed|bespoke|company|letterheads?,?) stationary\b(?! (?:bike|cycle|phase|engine|caravan))|\bstationary (?:shop|supplies|suppliers?|printing|design|cupboard)\b|\bstationery (?:vehicles?|cars?|bikes?|engines?|position|traffic|caravans?)\b"),
        _rule("brake", r"\b(?:a|any|vehicle|car|roadside|emergency) brake downs?\b|\b(?:tea|coffee|lunch|short|city|weekend|spring|summer|christmas|winter|career|clean|well-earned|easter) brakes?\b(?! (?:pad|disc|light|fluid|service|check|repair))|\bbrake (?:the bank|the law|a leg|even|free)\b"),
        _rule("breaks break", r"\b(?:disc|drum|abs|hydraulic|squeaky|squealing|worn) breaks?(?=[.,;!?]|$| (?:and|are|or|need|for|service|repairs?|replacement)\b)"),
        _rule("personnel", r"\bpersonnel (?:trainer|injury|injuries|touch|attention|belongings|hygiene|loans?|computers?|opinion|favou?rites?|experience with|use only)\b", "personal"),
        _rule("advise", r"\b(?:any|some|professional|medical|specialist|technical|practical|nutritional|independent|unbiased|sound|excellent|valuable|your|of|give|gives|giving|given|offers?|offering|get|getting|seek|seeking|need|for|more|great|good|dietary|safety|business) advise(?=[.,;!?]|$| (?:on|about|from|regarding|and (?:support|guidance|help|assistance|tips|information)|or (?:support|guidance|help)|in)\b)", "advice", unless=r"\b(?:then|to|who|please|we|and|will|can|not) $"),
        _rule("chose", r"\b(?:to|can|will|may|should|could|please|must|you'll|cannot|might|why|do you|did you|would you) chose\b(?! to (?:be|do) (?:so )?(?:was|is)\b)", "choose", unless=r"\bthose (?:we|they|who|you) $"),
        _rule("weather", r"(?:^|\b(?:know|decide|regardless of|no matter|doesn't matter|ask|determine|unsure|not sure|tell us|confirm|check|see)|[.!?,]) weather (?:you|it's|it is|you're|your|they|or not|he|she|or)\b", "whether"),
        _rule("whether", r"\bwhether (?:conditions|forecasts?|permitting|proof|resistant|station)\b", "weather"),
        _rule("their", r"\btheir (?:is|are|was|were|isn't|aren't|wasn't|weren't|has been|have been|must be|should be|might be|seems? to be)\b(?!-)"),
        _rule("there", r"\b(?:with|for|by|about|through|in|of|on|at|all|use|get|find|have|give|improve|meet|achieve|reach|make|bring|take|protect) there (?:own|homes?|famil(?:y|ies)|needs|customers|clients|child|children|businesses|lives|pets?|dogs?|names|full potential|goals|money|cars?|vehicles?|requirements|best interests|teeth)\b(?! (?:is|are|was|were|that|to|who|can|will)\b)", unless=r"\b(?:out|up|down|back|from|over|who|what|when|once|while) (?:\w+ )?$"),
        _rule("where", r"\b(?:they|we) where (?:very|so|not|able|all|both|really|always|delighted|impressed|given|told|fantastic|excellent|great|looking|going|there|amazing|brilliant|on time|friendly|extremely|happy|using|doing)\b|\bwho where (?:very|not|so|able|all|in|at|on|looking|given|born|both)\b|\bthere where (?:no|many|several|some|a|over|two|three|problems|issues)\b", "were", unless=r"\b(?:from|out|over|up|down|tell you|show you|see) $"),
        _rule("were", r"(?<=[a-z], )were (?:sure to have|sure you|here to help|happy to help)\b", "we're"),
        _rule("were", rf"{_OPENS}were (?:sure|open|always (?:happy|here|looking|on)|looking (?:for|to|forward)|a (?:family|small|team|friendly|local|leading)|based in|located|going to|able to|passionate about|dedicated to|confident|not just|also|now|still|only a|right here|on hand|ready to)\b(?![^.!]*\?)"),
        _rule("breath", r"\b(?:can|to|could|helps? you|can't|cannot|easier to|you|and) breath (?:easy|easier|again|freely|deeply|properly|better|normally|in fresh|fresh|clean|through|well)\b|\bto breath(?=[.,;!?]|$| (?:in|and|out)\b)"),
        _rule("no;to already don't let", r"\b(?:to|already|let us|let you|let me|don't|didn't|need to|want to) no (?:that|how|what|where|if|when|why|about|more about|which)\b"),
        _rule("now;let", r"\blet (?:us|me|them|him|her|you) now (?:if|about|by|your|what you|how (?:many|we|you)|when you)\b", "know"),
        _rule("by;looking want wish need where going ready decide decided", r"\b(?:looking|want|wanting|wish|need|where|going|ready|decided?|easy|cheaper|how) to by(?=[.,;!?]|$| (?:an?|the|your|our|from|online|one|it|them|new)\b)", "buy"),
        _rule("off", r"\b(?:range|lots|instead|variety|full|kinds?|types?|numbers?|because|plenty|member|consists?|selection|couple|made up|sort|team) off (?:the|our|your|these|those|them|an?|my|this|us|its|their|different|other|old|new|great|good|fun|\w+s)\b(?! ?(?:shelf|peg|road|beaten|coast|wall|ground|grid|menu))", "of"),
        _rule("of;drop", r"\bdrop(?:ped|ping|s)? of (?:your (?:car|keys|child|children|dog|pet|vehicle|order|bags?|luggage|items|parcel)|and pick|and collect|you at|them at)\b", "off"),
        _rule("lead", r"\b(?:been|being|was|were|is|are|and|team|workshops?|classes|sessions|tours?) lead by (?!example\b|the nose\b|weight\b|volume\b)\w+", "led by", unless=r"\b(?:what|all|we|you|they|to|who|will|can|must|not)\b[^.!?]*$"),
        _rule("allot alot", r"\ballot (?:of|more|to)\b(?! (?:each|every|the|a|them)\b)"),
        _rule("trail", r"\bfree trail\b(?! (?:map|mix|access|head|run|rid|camera|riding))|\b(?:\d+|fourteen|thirty|seven)[- ]day (?:free )?trail(?=[.,;!?]|$| (?:period|offer|version|membership|of)\b)", "trial"),
        _rule("tow tot", r"\b(?:these|those|the first|first|last|next|past|other|following|between|one or|in|only|all) tow (?:weeks|days|years|months|hours|people|men|women|rooms|types|ways|sizes|options|gentlemen|lads|guys|locations|different|gave|were|are|of)\b"),
        _rule("preformed", r"\b(?:been|was|were|is|are|be|they|who|he|she|we|team|and|have|has|had|being) preformed (?:their|the|by|his|her|our|at|in|on|well|to|a|with|excellent\w*|very)\b|\bpreformed (?:their|his|her|our) (?:job|work|duties|tasks?)\b", "performed"),
        _rule("premiere", r"\b(?:the|a|an|your|area's|region's|city's|is|as|one of) premiere (?:provider|supplier|company|manufacturer|destination|resource|source|choice|contractors?|dealers?|service|services|location|venue|[A-Z]{2,5} (?:company|contractor|firm))\b", "premier"),
        _rule("planing hoping shoping", r"\bwe are planing to\b|\bplaning (?:permission|application|consent|regulations|officer|department|a trip|a wedding|a visit|a party|your)\b", "planning"),
        _rule("through", r"\b(?:very|more|most|extremely|so|be|is|are|was|were|really|incredibly) through (?:and (?:professional|efficient|detailed|friendly|careful)|in (?:their|his|her|our|explaining))\b|\bthrough (?:job|clean|check|service|inspection)(?=[.,;!?]|$)", "thorough", unless=r"\b(?:all|put|got|going) $"),
        _rule("desert deserts", r"\b(?:for|or|and|our|of|course,?|mains?,?|starters?,?) deserts?(?=[.,;!?]|$| (?:menu|wine|options|trolley|and coffee)\b)", "dessert", unless=r"\b(?:island|sahara|arabian|sand|gobi|cactus)\b"),
        _rule("isle", r"\bisle seats?\b|\bwalk(?:ing)? down the isle\b", "aisle"),
        _rule("moral", r"\b(?:staff|team|boost|boosts|boosting|low|improve|raise|employee|high) moral(?=[.,;!?]|$| (?:and|is|by|of|through|among)\b)(?! and (?:ethical|legal|social|spiritual))", "morale"),
        _rule("costumer costumers", r"\bcostumers? (?:service|services|satisfaction|care|support|reviews?|base|focused|needs|is|are)\b|\b(?:our|valued|new|existing|all|every|happy|satisfied|many|for) costumers?(?=[.,;!?]|$| (?:with|in|to|and|who|can|the|a|first)\b)", "customer"),
        _rule("filed", r"\bin the filed of\b|\b(?:required|mandatory|all) fileds\b", "field"),
        _rule("untied;states kingdom nations", r"\buntied (?:states|kingdom|nations)\b", "united"),
        _rule("mange manger", r"\b(?:to|can|help|helps|helping|we|you|your|effectively|and) mange (?:your|the|symptoms|pain|stress|their|our|it|all|and|any|this|these|conditions?|expectations|property|properties|risk|projects?)\b|\b(?:project|general|office|property|account|site|sales|area|practice|operations|managing) mangers?\b", "manage"),
        _rule("outsite", r"\boutsite (?:the|of|our|your)\b", "outside"),
        _rule("muscular", r"\bmuscular skeletal\b(?! (?:system and|and))", "musculoskeletal"),
        _rule("in;usually is", r"\b(?:minutes|hours|days|weeks|times|which|this|it|that|there) in (?:usually|normally|generally|also|always|often|typically) (?:adequate|enough|sufficient|the|a|an|required|best|available|recommended|needed|not)\b", "is"),
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
        _rule(f"{_MANY};is was has", rf"{_OPENS}(?-i:Our|These|All our|All of our|Both|Many|Most) (?-i:{_MANY}) (?:is|was|has)\b(?![^.]*\?)"),
        _rule(f"{_ONE_THING};are have were", rf"{_OPENS}(?-i:Our|This|Each|Your|Every) (?!class\b|team\b)(?-i:{_ONE_THING}) (?:are|have|were)\b(?![^.]*\?)"),
        _rule("children people;is was has", rf"{_OPENS}(?:(?:The|Our|These|All|Most|Many|Some) )?(?-i:[Cc]hildren|[Pp]eople) (?:is|was|has)\b(?![^.]*\?)"),
        _rule(f"{_PURE};itself", rf"\b(?:the|our|this) \w+ itself (?:{_PURE})\b", unless=r"\b(?:let|make|makes|made|helps?|see|that|should|may|must|if|recommend\w*|request\w*|requires?|do|does|did|can|could|will|would|to|why|how|where|when|what)\b[^.!?]*$"),
        _rule(f"{_PURE}|make get find see go have be;want wish hope plan aim decide", rf"\b(?:we|you|they|i) (?:want|wish|hope|plan|aim|decide) (?:{_PURE}|make|get|find|see|go|have|be)(?=[.,;]|$| (?:the|an?|our|your|to|it|in|more|some|any)\b)"),
        _rule("those", rf"{_OPENS}(?-i:Those) who (?:has|is|was|needs|wants)\b"),
        _rule(f"people|{_MANY_PEOPLE};who", rf"{_OPENS}(?:people|{_MANY_PEOPLE}) who (?:has|is|was)\b"),
        _rule("every", rf"{_OPENS}every (?:{_ONE}) (?:are|have|were)\b"),
        _rule(f"{_QUALITY};of;are have", rf"{_OPENS}(?:The|Our) (?:{_QUALITY}) of (?:the|our|your|these|this|all) (?:\w+ )?\w+s (?:are|have)\b"),
        _rule("benefits advantages results causes symptoms;of", rf"{_OPENS}(?:The|Our) (?:benefits|advantages|results|causes|symptoms) of (?:the|our|your|this|an?) \w+ (?:is|was|has)\b"),
        _rule("itself", rf"{_OPENS}(?:The|This|Our) \w+ itself (?:have|are|provide|include|require|contain)\b"),
        _rule(f"{_ONE_THING};that which", rf"{_OPENS}(?:It|This) is an? (?:{_ONE_THING}) (?:that|which) (?:are|were|have|provide|include|require|allow)\b"),
        _rule(f"{_PURE_S};the our your these those both many several all", rf"{_OPENS}(?:The|Our|Your|These|Those|Both|Many|Several|All our) (?!(?:news|lens|gas|canvas|atlas|headquarters|works|premises|crossroads|means|summons|innings|gallows|barracks|bellows|lots|sales|savings|kids|towards|besides|perhaps|always|sometimes|business)\b)(?-i:[a-z]{{2,}}[bdefghklmnoprtvwy]s) (?:{_PURE_S})\b(?![^.]*\?)"),
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
        # --- verbs as the dictionary names them, where none can stand ---
        _rule(f"{_PURE};the a our your their my this would will can could should", rf"\b(?:the|our|your|their|my|this) (?:{_PURE})(?=[.,;!?]|$| (?:the|a|an|our|your|their|this|these|that|to|it|you|them|us|with|for|in)\b)", unless=r"\b(?:to|like|from|in|on|of|called|or) $"),
        _rule(f"{_PURE};are was were been being be", rf"\b(?:are|was|were|been|being) (?:also |now |always |fully |all )?(?:{_PURE})(?=[.,;!?]|$| (?:the|a|an|our|your|by|to|in|with|for|on|from|at|it)\b)", unless=r"\b(?:do|did|does|done|what|all|things?|steps?|ways?|goals?|aims?|options?|tips?|values|rules|words?|verbs?|principles|objectives|tasks|is|to|and|or|choices|rights|responsibilities|duties)\b[^.!?]*$"),
        _rule(f"{_PURE};needs need", rf"\b(?-i:needs|need) (?!require\b|determine\b)(?:{_PURE})(?=[.,;!?]|$| (?:the|a|an|our|your|their|it|in|with|for)\b)", unless=r"\b(?:not|he|she|nobody|no one|hardly|only|never|n't|if|nor)\b[^.!?]*$"),
        _rule(f"{_GIVES};to", rf"\b(?:want|wants|need|needs|aim|aims|able|helps|designed|order|how|like|try|tries|hope|hopes|wish|going|ready|required|used|has|have|seeks?|allows? (?:you|us|them)|enables? (?:you|us|them)|ability|strives?|continues?) to (?!is\b|has\b|was\b|does\b|seems\b)(?:{_GIVES})\b(?!-)"),
        _rule("able;am is are be and was were", rf"\b(?:am|are|is|be|being|was|were|and|been|not|fully|still|also) able (?:{_PURE}|see|make|give|take|offer|help|meet|find|get|do|go|be|use|have)(?=[.,;!?]|$| (?:the|a|an|our|your|their|his|her|it|you|them|patients|people|clients|customers|in|with|for|all|any|more|to|this|these|some)\b)(?!-)", "able to", unless=r"\b(?:willing|ready) $"),
        _rule("helps to helps;helps", r"\bhelps to (?!and\b)[^.,;]{5,40} helps to\b"),
        _rule("a few;of", r"\b(?-i:a few) of (?!the|our|my|your|these|those|his|her|their|its|them|us|you|which|whom|this|what|whose|each|all|many|life|today|one|some|nature|yesterday)(?-i:[a-z]+)(?!')\b"),
        _rule("doesn't don't isn't wasn't hasn't aren't weren't haven't", r"\b(?:we|they|you|i) (?:doesn't|isn't|hasn't)\b|\b(?:we|they|you) wasn't\b|\b(?:he|she|it) (?:don't|aren't|haven't|weren't)\b", unless=r"\b(?:if|wish|though|like|as|and|or|of|to|for|with|about|than) (?:\w+ )?$"),
        # --- one and many ---
        _rule("range type selection array variety;these those", r"\b(?:these|those) (?!last\b|top\b|best\b)(?-i:[a-z]+ )(?:range|selection|array|variety) of\b|\b(?:these|those) variety of\b"),
        _rule("different", r"\bdifferent (?:type|kind|size|style|shape|aspect|brand|model|variety|category|technique|method)(?=[.,;!?]|$| of\b)", unless=r"\b(?:an?|the|each|any|every|no|one|another|this|that|its|our|their|my|your|some|is|his|her|whole|completely|entirely|totally|slightly|very|particular|somewhat|quite|radically)\b[\w, -]{0,14}$"),
        _rule("bests", r"\bthe bests (?!of\b)\w+"),
        _rule("highest;efficient effective reliable", r"\b(?:the|is|are) highest (?:efficient|effective|reliable|skilled|experienced)\b(?! and)"),
        _rule("criteria;was is", rf"{_OPENS}(?:The |Our |This |Past |Our main |The main |The only )criteria (?:was|is)\b"),
        _rule(f"{_QUALITY};of;are have", rf"{_OPENS}(?:The|Our) \w+ (?:{_QUALITY}) of (?:the|our|your|these|this|all) (?:\w+ )?\w+s (?:are|have)\b"),
        _rule("temperatures properties benefits advantages results causes symptoms effects features uses prices costs;of;is was has", rf"{_OPENS}(?:(?:The|Our|Normal|Typical|Some|Common|Main|Usual|Other) )?(?:\w+ ){{0,2}}(?:temperatures|properties|benefits|advantages|results|symptoms|features|prices|costs) of (?:the|this|our|an?|your) \w+ (?:is|was|has)\b"),
        _rule(f"{_MANY};this", rf"\bthis (?:abilities|qualities|{_MANY}) (?:are|have|will|can|that|which|and|for|to|is|in)\b", unless=r"\b(?:on|at|to|from|in|is|do|does|for|of|with|via) $"),
        _rule("business businesses company companies;that which who", r"(?:^|[.!?] )Business (?:that|which|who) have\b"),
        # --- apostrophes ---
        _rule("price pressure product service photo price's pressure's product's service's photo's menu's room's markup's item's", r"\b(?:price|cost|rate|result|size|feature|ingredient|colour|color|service|product|style)'s (?:vary|include|start|range|are|were|have|differ|depend|may|can)\b"),
        _rule("these those following several various many few photo's", r"\b(?:these|those|the following|several|various|many|our other|all our|all of our) (?!people|children|women|men|day|week|month|year|today|moment|time|one|other|person|\w+(?:er|or|ist|ian|ant|ent|man|ee|ist)'s)(?:[a-z]+ )?(?-i:[a-z]{3,})'s(?=[.,;:!?]|$| (?:are|can|will|have|from|at|on|with|is|or|to|for|we|that|which)\b)", unless=r"\b(?:of|than|at|to|like|from|as|one|other|else) $"),
        _rule("minutes", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|few|couple of)\+? minutes (?:drive|walk|ride|journey|flight|notice)(?=[.,;!?)]|$| (?:from|to|of|away|and|or|into|is|for|by|on|in|north|south|east|west)\b)", "minutes'"),
        _rule("hours", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|few|couple of)\+? hours (?:drive|walk|ride|journey|flight|notice)(?=[.,;!?)]|$| (?:from|to|of|away|and|or|into|is|for|by|on|in|north|south|east|west)\b)", "hours'"),
        _rule("doctors dentists solicitors physiotherapists surgeons landlords vets patients clients customers riders drivers owners tenants buyers sellers students members employers employees manufacturers suppliers residents", r"\b(?-i:a|any|each|every) (?:doctor|dentist|solicitor|physiotherapist|surgeon|landlord|vet|patient|client|customer|rider|driver|owner|tenant|buyer|seller|student|member|employer|employee|manufacturer|supplier|resident|gp|child|horse|dog|visitor)s (?:referral|needs|letter|opinion|findings|permission|consent|requirements|expectations|name|home|property|vehicle|choice|budget|appointment|prescription|report|responsibility|life|ability|right|warranty|instructions)\b|\b(?:the|your|our|their|his|her|my) (?:doctor|dentist|solicitor|physiotherapist|surgeon|landlord|vet|patient|client|customer|rider|driver|owner|tenant|buyer|seller|employer|employee|manufacturer|supplier)s (?:referral|opinion|findings|expectations|permission|consent|satisfaction|property|budget|specifications?|responsibility|wishes|medical history|recommendations|instructions)(?=[.,;!?]|$| (?:and|or|is|are|for|to|of|in|on|from|before|when|with|at)\b)"),
        _rule("weeks months;rent deposit salary wages pay time supply", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several)\+? (?:weeks|months) (?:rent|deposit|salary|wages|pay|time|supply)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|will|plus|per|before|when)\b)"),
        _rule("weeks months years days;rent deposit salary wages pay supply subscription", r"\b(?:first|last|one|1|a|each|every) (?:weeks|months|years|days) (?:rent|deposit|salary|wages|pay|supply|subscription)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|will|plus|per|before|when)\b)"),
        _rule("applicants tenants landlords patients clients customers employers employees owners buyers sellers guests;circumstances history responsibility expense risk behalf", r"\b(?:the|your|our|their|an?) (?:applicant|tenant|landlord|patient|client|customer|employer|employee|owner|buyer|seller|guest)s (?:own )?(?:circumstances|(?:credit|medical|employment) history|expense|behalf|responsibility (?!for|to|of)|risk(?=[.,;]|$))", unless=r"\b(?:give|gives|giving|tell|tells|show|shows|offer|offers|cause|causes|cost|allow|allows) $"),
        _rule("years;experience notice warranty guarantee", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|many)\+? years (?:experience|notice|warranty|guarantee)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|between|behind|under)\b)", "years'"),
        _rule("months;experience notice warranty guarantee", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|many)\+? months (?:experience|notice|warranty|guarantee)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|between|behind|under)\b)", "months'"),
        _rule("weeks;experience notice warranty guarantee", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|many)\+? weeks (?:experience|notice|warranty|guarantee)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|between|behind|under)\b)", "weeks'"),
        _rule("days;experience notice warranty guarantee", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|many)\+? days (?:experience|notice|warranty|guarantee)(?=[.,;!?)]|$| (?:in|of|with|and|is|to|on|for|from|as|at|or|between|behind|under)\b)", "days'"),
        _rule("dedicated committed devoted;in", r"\b(?:is|are|am|we're|i'm) (?:dedicated|committed|devoted) in (?:bringing|providing|giving|making|offering|delivering|helping|ensuring|serving|supporting|keeping|improving|meeting|creating|finding|building)\b"),
        _rule("informations furnitures luggages hardwares machineries discriminations feedbacks homeworks staffs", r"\b(?:informations|furnitures|luggages|hardwares|machineries|discriminations|feedbacks|homeworks)\b|\b(?:our|your|trained|qualified|experienced|friendly|skilled|all|professional) staffs(?=[.,;!?]|$| (?:are|is|have|and|will|who|to|for|with|in)\b)"),
        # --- set phrases and small words, on sites nobody had tuned on ---
        _rule("give call contact email ring phone visit tell send ask;has", rf"{_OPENS}(?:give|call|contact|email|ring|phone|visit|tell|send|ask) has (?:an?|now|today|on|at|your|for)\b", "us"),
        _rule("high", r"\bhigh (?:experienced|qualified|trained|skilled|recommended|regarded|respected|motivated|competitive|successful|specialised|specialized|customi[sz]able)\b", "highly"),
        _rule("terrible;wrong", r"\b(?:go|goes|going|went) terrible wrong\b", "terribly wrong"),
        _rule("bread;born", r"\bborn and bread\b", "born and bred"),
        _rule("were;if", r"\bif were (?:unable|able|not|here|open|busy|closed|away)\b", "if we're"),
        _rule("businesses companies homes companys;needs requirements growth success day finances image reputation goals website", r"\b(?:your|and your) (?:businesses|companies|homes|companys) (?:(?-i:[A-Z.]{2,4}) )?(?:needs|requirements|growth|success|day[- ]to[- ]day|finances|image|reputation|goals|website)(?=[.,;!?]|$| (?!to\b|more\b|a\b|an\b))"),
        _rule("assured;your", r"\byour assured (?:of|that)\b|\bso your assured\b", "you're assured"),
        _rule("leaving looking having trying thinking wondering hoping wanting needing getting struggling experiencing considering searching buying selling sending;your;if", r"\bif your (?:leaving|looking|having|trying|thinking|wondering|hoping|wanting|needing|getting|struggling|experiencing|considering|searching|buying|selling|sending) (?!(?:is|are|was|has|needs|room|list|plan|power|agent|solicitor|price|process|does|doesn't)\b)\w+", "if you're"),
        _rule("ensuing", r"\bensuing that\b", "ensuring that"),
        _rule("setup", r"\b(?:easy|quick|want|wants|need|able|help you) to setup\b(?! (?:costs?|fees?|charges?))|\b(?:get|have|got) (?:it|everything|them|things) (?:all )?setup\b", "set up"),
        _rule("none", r"\bnone(?:-(?=slip|stick|stop)|[- ](?!slip|stick|stop))(slip|stick|stop|porous|toxic|profit|staining|smoking|smokers?|refundable|invasive|surgical|binding|essential|destructive|judge?mental|ferrous|metallic|negotiable|transferable)\b", r"non-\1"),
        _rule("arts;work works", r"\bworks? of arts\b(?! and (?:crafts|culture|sciences)\b)", "works of art"),
        _rule("where;impressed amazed delighted thrilled", r"\b(?:visitors|guests|customers|clients|people|parents|children|neighbours|neighbors|everyone) where (?:so |very |all |both |really )?(?:impressed|amazed|delighted|thrilled)\b", "were"),
        _rule("no;do does did", rf"\b(?:do|does|did) no (?:{_PURE}|walk|wear|enter|bring|eat|run|leave|hesitate|have|need|want|touch)(?= (?:the|an?|to|any|into|in|your|our|it|this|that|these)\b)", "not"),
        _rule("hesitates|needs|wants|gives|makes|takes|gets|goes|comes|has|does|provides|includes|requires|allows|ensures;not don't doesn't didn't", r"\b(?:(?:do|does|did) not|don't|doesn't|didn't) (?:hesitates|needs|wants|gives|makes|takes|gets|goes|comes|has|provides|includes|requires|allows|ensures)\b(?! (?:is|are|was)\b)"),
        _rule(f"{_PURE_S}|includes|gives|makes|takes|gets|goes|comes|has|was;can could will would should must may might cannot", rf"\b(?:which|that|who|we|you|they|it|he|she) (?:can|could|will|would|should|must|may|might|cannot) (?:also |only )?(?:{_PURE_S}|includes|gives|makes|takes|gets|goes|comes|has|was)\b", unless=r"\b(?:what|whatever|all|everything|anything|of)\b[^.!?]*$"),
        _rule(f"{_PURE_S};we they", rf"{_OPENS}(?-i:We|They) (?:{_PURE}) (?:(?!that\b|which\b|who\b|what\b|it\b|how\b|where\b|when\b|and\b|is\b|are\b)[\w-]+ ){{1,6}}[\w-]+, (?:and )?(?:{_PURE_S}) (?!is\b|are\b)\w+"),
        _rule("has have had;help provide improve receive achieve create deliver", r"\b(?:has|have|had) (?:help|provide|improve|receive|achieve|create|deliver) (?:us|you|our|your|them|many|over|more than|thousands|hundreds)\b"),
        _rule("to;became began chose went gave took made found helped ensured received improved", r"\b(?:want|wants|need|needs|able|aim|aims|order|wish|try|happy|ability) to (?:became|began|chose|went|gave|took|made|found|helped|ensured|received|improved)\b(?![- ]to[- ](?:order|measure))"),
        _rule("consideration", r"\btak(?:e|es|ing|en) in consideration\b", "into consideration"),
        _rule("abide abides abiding", r"\babid(?:e|es|ing) to\b", "by"),
        _rule("associated", r"\b(?:is|are|be|risks?|costs?|fees?|problems?|expenses?|benefits?) associated to\b", "associated with"),
        _rule("committed", r"\bcommitted to (?:bring|provide|give|make|offer|deliver|help|ensure|serve|support|keep|improve|meet|create|find|build|achieve|maintain|satisfy|exceed|become|protect)(?= (?:the|an?|our|your|you|that|all|each|every|high|quality|excellent|value|to|it|them|this)\b)"),
        _rule("feed;back", r"\b(?:your|our|any|customer|client|positive|negative|valuable) feed back(?=[.,;!?]|$| (?:and|is|on|from|to|or|about)\b)", "feedback"),
        _rule("insure insures", r"\binsures? (?:you|us|them) (?:a|the) (?:place|spot|seat|space)\b", "ensures"),
        _rule("lets", r"\b(?:so|and then|but|now),? lets (?:keep|get|make|take|see|talk|go|start|begin|find|look|have|face|say)\b(?! (?:you|us|them|people|customers|users|itself)\b)", "let's", unless=r"\b(?:he|she|it|which|that|who|this)\b[^.!?]*$"),
        _rule("too;way ways whatever whenever", r"\b(?:ways?|whatever|whenever) (?:that )?you (?:want|need|like|wish) too(?=[.,!?]|$)", "to"),
        _rule("starting", r"\b(?:are|is) starting (?:from|at)\.$"),
        _rule("a an", r"(?<=[a-z] )(?-i:an?) or (?=\d)"),
        _rule("its", r"\b(?:as|so|because|since|but|when) its (?:made (?:of|from|by|in)|designed to|located (?:in|at|on)|been|going to|very (?:easy|important|hard|difficult|simple))\b"),
        _rule("each every;month week year", r"\bthe \d\d?(?:st|nd|rd|th) (?:each|every) (?:month|week|year)\b"),
        _rule(f"{_ONE_MEANT}|example|creation|project|question;few many several numerous", rf"\b(?:a few|(?:many|several|numerous) (?:other|different)) (?:{_ONE_MEANT}|example|creation|project|question)(?=[.,;:!?]|$| (?:are|of|that|which)\b)"),
        _rule(f"{_ONE_THING};most many some all;of;are were have", rf"\b(?:most|many|some|all) of (?:our|these|their|your) (?!\w+s )(?:\w+ )?(?:{_ONE_THING}) (?:are|were|have)\b"),
        _rule("that;has was does", r"\b(?:like|unlike|for|with|create|these|those|our|all|some|many) (?:[\w/]+ ){0,2}(?:materials|panels|windows|walls|doors|pumps|products|machines|systems|homes|tools|parts|colou?rs) that (?:has|was|does)\b", unless=r"\b(?:of|there|it|nothing|something|everything|anything|what)\b[^.!?]*$"),
        _rule("information equipment furniture advice luggage machinery maintenance training", r"\b(?-i:an?) (?:regular |comprehensive |proper |full |good |special |complete |detailed )?(?:information|equipment|furniture|advice|luggage|machinery)(?=[.,;!?]|$| (?:on|to|for|in order)\b)|\b(?-i:a) (?:regular|comprehensive|proper|thorough) (?:maintenance|training)(?=[.;!?]|$| in order\b)"),
        _rule("minutes hours", r"\b(?-i:an?) \d+ (?:minutes|hours) of\b", unless=r"\b(?:for|in|within|every) $"),
        _rule("masters", r"\b(?:a|his|her|my) masters (?:degree|in)\b|\bmasters degrees?\b", "master's"),
        _rule("bachelors", r"\b(?:a|his|her|my) bachelors (?:degree|in)\b|\bbachelors degrees?\b", "bachelor's"),
        _rule("worker's", r"\bworker's comp(?:ensation)?\b", "workers'"),
        _rule("old", r"\b(\d{1,3})-years? old\b", r"\1-year-old"),
        _rule("mri's pcb's gp's dvd's cd's tv's cv's pc's faq's pdf's url's suv's ngo's ceo's cpa's vip's led's rv's atv's ta's mot's", r"(?-i:\b(MRI|PCB|GP|DVD|CD|TV|CV|PC|FAQ|PDF|URL|SUV|NGO|CEO|CPA|VIP|LED|RV|ATV|TA|MOT)'s)(?=[.,;:!?)]|$| (?:and|or|are|were|have|on|at|for|to|with|can|will)\b)", r"\1s", unless=r"\b(?:of|than|like|as|from) (?:the |our |your |my )?$"),
        _rule("under over under-", r"\b(?:under|over)[- ]?\d\d?'s(?=[.,;:!?)]|$| (?:and|are|football|team|only|must|free|can|who)\b)"),
        # --- short forms of bodies and laws with two letters turned round or one doubled, beside what they are about ---
        _rule("hrmc;tax taxes vat paye gift aid payroll returns return assessment revenue customs accountant accountants accounts deadline penalties", r"\b(?-i:HRMC)\b", "HMRC"),
        _rule("hippa;privacy health patient patients compliant compliance medical security protected violation violations notice law regulations", r"\b(?-i:HIPPAA?)\b", "HIPAA"),
        _rule("gpdr;data privacy compliant compliance protection personal regulation regulations consent", r"\b(?-i:GPDR)\b", "GDPR"),
        _rule("rscpa;animal animals dog dogs cat cats rescue cruelty charity inspector pet pets", r"\b(?-i:RSCPA)\b", "RSPCA"),
        _rule("niciec;electrical electrician electricians registered approved contractor contractors installer", r"\b(?-i:NICIEC)\b", "NICEIC"),
        _rule("dlva;vehicle vehicles licence driving driver car cars tax", r"\b(?-i:DLVA)\b", "DVLA"),
        # --- whose it is ---
        _rule("it's", r"\b(?:on|in|at|for|to|by|under|around|behind|through|about) it's (?:site|website|web ?site|premises|grounds|shores|banks|walls|doors|entirety|infancy|kind|class|members|residents|users|customers|clients|staff|employees|affiliates|affiliated \w+|subsidiaries|suppliers|content|contents|services|products|neighbou?rs|surroundings|location|history|name|quality|beauty|reputation|former glory|full potential|original|present|current (?:form|location|state|owners?)|final|natural|owners|founder|roots|heart|core|peak|best (?!to\b|that\b|if\b|not\b)|appearance|performance|customers')(?=[.,;!?)]|$| (?:and|or|in|on|of|for|at|by|with|from|to|is|are|was|were|as|since|through|within)\b)|\band it's (?:affiliates|subsidiaries|affiliated \w+)\b", "its", unless=r"\b(?:what|whatever|which|whichever|how|who|where|wherever|when|whenever|once|if|no matter)\b[^.!?;]*$"),
        _rule("pets dogs cats horses favourite favorite", r"\b(?:your|their|our|my|his|her) (?:pets|dogs|cats|horses|puppys|childs|sons|daughters|mums|dads) (?:favou?rite|individual) (?!than\b)[a-z]+", unless=r"\b(?:gives?|giving|feed|buy|offer|send|serve|teach|get|make|cook) $"),
        _rule("pets dogs cats horses", r"\b(?:of|for|to|in|about|with|meet|ensure|improve|protect|monitor|maintain|check|discuss|understand|on) (?:your|their|my) (?:pets|dogs|cats|horses) (?:health|needs|diet|coat|teeth|behaviou?r|welfare|safety|comfort|well-?being|weight|skin|nails|routine|medication|stay with|visit)\b(?! (?:and|or) (?:your|their|our)\b)"),
        _rule("clients customers patients students tenants guests members employers employees", r"\b(?:within|meet|meets|meeting|exceed|exceeds|exceeding|understand|understands|understanding|match|suit|satisfy|fulfil|fulfill|of|for|to|with|all|our|their|individual|identify|address|assess|on) (?:clients|customers|patients|students|tenants|guests|members|employers|employees) (?:needs|requirements|expectations|budgets?|specifications?|preferences)(?=[.,;!?)]|$| (?:and|or|at|in|on|with|by|for|are|is|to|of|from|when|where|while|as|first|before|through)\b)"),
        _rule("childrens'", r"\bchildrens'(?! s\b)"),
        _rule("mens' womens'", r"\b(?:mens|womens)' \w+"),
        _rule("customers;voice feedback testimonials reviews", r"^(?:our )?customers (?:voice|feedback|testimonials?|reviews?)$"),
        # --- an article that is missing ---
        _rule("wide", r"(?<=[a-z] )(?:has|have|had|offers?|offering|provides?|with|stocks?|supply|supplies|carry|carries|also have|of) wide (?:range|variety|selection|choice|array|spectrum|client base|network|assortment) (?:of|to|for|in|from|among)\b", unless=r"\b(?:a|an|the|industry|world|store|site|company|body|nation|state|county|city|system|whole) $"),
        _rule("maximum minimum", r"\b(?:have|has|had|take|takes|accept|allow|allows|need|needs|require|requires|requiring|with|to|for) (?:maximum|minimum) of (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b"),
        _rule("various", r"\bvarious (?:range|type|kind|size|model|shape|style|location|option|reason|variety|colou?r|design|product|service|industry|country|sector|material)(?=[.;!?]|$| (?:of|to|in|for|such|like|including|from|at|with|depending)\b)", unless=r"\b(?:the|of) $"),
        _rule("company firm organization organisation;also has deals provides offers specializes specialises believes is", rf"{_OPENS}(?:(?:Furthermore|Moreover|Also|Additionally|Besides), )?(?-i:Company|Firm|Organi[sz]ation|company|firm|organi[sz]ation) (?:also (?:deals|provides|offers|has|specializes|specialises)|has been (?:\w+ed|\w+ing|in)|deals in|provides|specializes in|specialises in|believes (?:in|that)|is (?:engaged|committed|well known|known for|equipped))\b(?=[^!?:]*\.$)"),
        # --- a word that its verb does not take ---
        _rule("pride prides prided priding;ourselves themselves itself himself herself myself yourself", r"\bprid(?:e|es|ed|ing) (?:ourselves|themselves|itself|himself|herself|myself) (?:at|with|of|to|about)\b", "on"),
        _rule("top;be have get make do see use", r"\b(?:allowed|going|able|need|needs|want|wants|ought|used|due|likely|expected|required|supposed|have|has) top (?:be|have|get|make|do|see|use|help|give|provide|find)\b", "to"),
        _rule("maybe", r"(?<=[a-z] )maybe (?:divided|split|grouped|classified|categori[sz]ed|combined|applied|installed|fitted|replaced|adjusted|extended|reduced|increased|modified|revised|updated|amended|varied|waived|transferred|assigned|delivered|shipped|sent|held|kept|stored|processed|interested in|located|downloaded|viewed|hired|covered|checked|referred|transmitted|retained|redeemed|exchanged|combined|incurred|levied)\b", "may be", unless=r"\b(?:and|or|but|is|are|was|were|be|been|so|then|with|not|just|yet|even|can|have|has|had|being|than|to|of|for|if|also|a|an|the|still|as|get|got|gets|who|i|we|you|they|he|she) $"),
        _rule("an;the of is and you your we our are", r"(?<=[a-z,] )an (?-i:[BCDFGJKLMNPQRSTVWYZ][aeiou][a-z]{2,})\b"),
        # --- an apostrophe before the s of many ---
        _rule("equipment's software's hardware's furniture's computer's laptop's printer's phone's photo's video's logo's pizza's taxi's menu's product's service's item's window's door's tile's engine's boiler's van's car's bike's boat's tractor's machine's pump's valve's motor's cable's pipe's tool's course's lesson's workshop's certificate's brochure's invoice's ticket's voucher's cake's sandwich's burger's salad's panini's sofa's villa's studio's casino's", r"\b(?:equipment|software|hardware|furniture|computer|laptop|printer|phone|photo|video|logo|pizza|taxi|menu|product|service|item|window|door|tile|engine|boiler|van|car|bike|boat|tractor|machine|pump|valve|motor|cable|pipe|tool|course|lesson|workshop|certificate|brochure|invoice|ticket|voucher|cake|sandwich|burger|salad|panini|sofa|villa|studio|casino)'s(?=[.,;:!?)]|$| (?:and|or|are|were|have) (?![\w-]+'s?\b))", unless=r"\b(?:the|your|our|this|that|its|it's|their|an?|each|any|every|his|her|my|last|one|another|no|whose|new)\b(?: [\w'-]+){0,3} $"),
        _rule("art's", r"\b(?:martial|fine|performing|creative|visual|liberal) art's\b|\b(?:bachelors?|bachelor's|masters?|master's) of art's\b|\bdegree in art's\b", "arts"),
        # --- a small word that is missing ---
        _rule("allow allows allowing allowed enable enables enabling", rf"\b(?:allow(?:s|ing|ed)?|enabl(?:e|es|ing|ed)) (?:you|us|them|him|her|people|{_MANY_PEOPLE}) (?:{_PURE}|know|find|see|make|get|take|go|be|have)(?= (?:the|an?|your|our|their|its|what|where|how|when|exactly|more|it|to|in|that|from|on)\b)"),
        _rule("try", rf"\b(?:let (?:us|me)|we can|we will|we'll|will|please|to) try (?-i:{_PURE}|find|get|make|give|keep)(?= (?:it|the|an?|your|our|you|them|this|these)\b)"),
        _rule("click", r"\b(?-i:[Cc]lick here (?:view|see|read|download|learn|order|register|apply|visit)(?= [a-z]))"),
        _rule("charge charges", r"\b(?-i:charges? (?:flat|fixed|small|nominal|reasonable|one-off|single) fee)(?=[.,;!?]|$| (?:for|of|per|to|on|in)\b)"),
        _rule("priority", r"\b(?:is|are) (?-i:high|top|main|highest|first) priority(?=[.,;!?]|$| (?:for|at|to|in|here|when|and)\b)"),
        _rule("team group company firm crew staff", rf"\b(?:is|are) an? (?:\w+[ -]){{0,3}}(?:team|group|company|firm|crew|staff) of (?:[\w-]+,? ){{0,4}}?(?:professionals|experts|specialists|people|engineers|{_MANY_PEOPLE}) (?:{_PURE}|start|offer|help|work|strive|make|take|give|specialise|specialize|love|care|know) (?:the|our|your|you|by|with|in|for|to|an?|all|every|high|closely|hard|together|about)\b"),
        _rule("this that these those they it we you which;can could must should would might cannot", r"\b(?:this|that|these|those|they|it|we|you|which) (?:can|could|must|should|would|might|cannot) (?:also |only |easily |then |all |both )?(?:(?!hundred\b|sacred\b|naked\b|embed\b|shed\b|shred\b|imbed\b|wed\b|bed\b|indeed\b|red\b|sled\b)(?-i:[a-z]{2,}[b-df-z]ed)|given|taken|found|done|seen|shown|chosen|written|kept|sent|built|held|sold|paid|used|been)(?= (?:with|by|in|on|at|from|to|for|as|into|and|or|before|after|without|using|when|if|the|an?|your|our)\b|[.,;]|$)", unless=r"\b(?:what|whatever|all|things?|where|tin|oil|tool|as|than) $"),
        _rule("people tenants landlords patients students visitors teachers parents children guests residents employees workers homeowners volunteers individuals players pupils;which", r"\b(?:people|tenants|landlords|patients|students|visitors|teachers|parents|children|guests|residents|employees|workers|homeowners|volunteers|individuals|players|pupils) which (?:are|were|have|had|want|wants|need|can|will|do|would|work|live|like|wish)\b", unless=r"\b(?:needs|rights|number|rate|services|of) (?:of |for )?(?:the |our )?$"),
        _rule("looking searching;from", r"\b(?:looking|searching) from (?:homes?|houses?|properties|somewhere|apartments?|flats?|work|tenants|accommodation|help|jobs?|an? (?:home|house|job|property|flat|new|place))\b", "looking for"),
        _rule("he", r"\b(?:of|to|in|for|on|at|with|by|from) he (?:fact|world|same|best|first|town|city|county|team|heart|year|day|most|area|company|community|latest|highest|next|other)\b", "the"),
        _rule("your our their", r"\b(your|our|their) and \1 (?-i:[a-z]+) (?:look|looks|feel|feels|are|have|will|can|deserve|need|were|enjoy|safe|happy)\b"),
        # --- verbs and nouns that do not go together ---
        _rule("forward", r"\blook(?:s|ing|ed)? forward to (?:welcome|meet|hear|serve|help|see|work|speak|host|greet|assist) (?:you|from|with|to)\b"),
        _rule("kids children guests customers clients students families visitors parents pupils members", rf"{_OPENS}(?:the|our|your|most|many|all) (?:kids|children|guests|customers|clients|students|families|visitors|parents|pupils|members) (?:loves|enjoys|gets|goes|comes|has|makes|takes|is)\b(?! (?:what|why|how|who|where)\b)"),
        _rule("wifi wi-fi breakfast internet parking information equipment furniture;are", rf"{_OPENS}(?:free |complimentary |high[- ]speed |all )?(?:wifi|breakfast|internet|parking|information|equipment|furniture) are (?:available|free|included|provided|served|offered)\b"),
        _rule("every", r"\bevery (?:days|weeks|months|hours|clients|customers|guests|rooms|products|projects|jobs|patients|students|homes|details|needs)\b(?!'| (?:inn|off)\b)", unless=r"\b(?:one|two|three|four|five|six|\d+|few) (?:of |in )?$"),
        _rule("following", r"\b(?:on|in|at|from|with|to|of|see|visit|using|use|by) following (?:links?|pages?|ways?|areas?|address(?:es)?|numbers?|services|products|items|days|times|topics|categories|points|steps|reasons|terms|details|information|subjects|sizes|colou?rs|documents?)\b"),
        _rule("unlimited", r"\b(?:have|has|control|offers?|with|to|of|host|hold|add|invite|for|accept|create|provides?|make|take) unlimited number of\b"),
        _rule("must should would could might;used found seen made arranged reached contacted provided served paired sent given taken", r"\b(?:must|should|would|could|might) (?:used|found|seen|made|arranged|reached|contacted|provided|served|paired|sent|given|taken)\b"),
        _rule("for;you", r"\bfor you (?:stay|visit|trip|wedding|holiday|appointment)(?=[.,;!?]|$| (?:with|at|to|in|and|on)\b)", "your"),
        _rule("a", r"(?<=[a-z,] )(?-i:a) (?-i:(?:A|E(?![uw])|I|O(?!n[ce]|ui))[a-z]{3,})"),
        _rule("you we they;has", rf"(?:{_OPENS}|\bif |\bwhen )(?:you|we|they) has\b"),
        _rule("staffs", r"\b(?:our|friendly|trained|professional|qualified|experienced|helpful|skilled|dedicated) staffs(?=[.,;!?]|$| (?:are|is|will|who|and|have|has|at|to|in)\b)", "staff"),
        _rule("you;appointment booking reservation order visit stay home house car vehicle property garden business pet dog child family needs requirements project budget wedding event holiday", r"\b(?:schedule|book|arrange|confirm|discuss|improve|protect|about|of|on|at|in|during|with|meet|suit|transform|insure|maintain|plan) you (?:appointment|booking|reservation|visit|stay|home|house|car|vehicle|property|garden|business|pet|dog|child|family|needs|requirements|project|budget|wedding|holiday)(?=[.,;!?]|$| (?:with|and|for|at|in|is|or|to|today|online|by|on|from)\b)", "your"),
        _rule("have;rode went drove saw ate took flew gave did came wrote began swam chose", r"\bhave you (?:ever )?(?:rode|went|drove|saw|ate|took|flew|gave|did|came|wrote|began|swam|chose)\b"),
        _rule("unlimited endless infinite", r"\b(?-i:an) (?:unlimited|endless|infinite) (?:possibilities|opportunities|options|ways|choices|combinations)\b"),
        _rule("it's its", r"\bit's (?:unique|beautiful|perfect|ideal|wonderful|great) (?:place|location|spot|opportunity|venue|setting|environment) (?:to|for|where|in|with)\b"),
        _rule("colours colors sizes styles designs models;is", rf"{_OPENS}(?:(?:other|all|many|more|custom|different|various|special) )*(?:colou?rs|sizes|styles|designs|models) is (?:available|possible|offered|made)\b"),
        _rule("month's week's day's year's hour's", r"\b(?:(?!1 )\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) (month|week|day|year|hour)'s (?:(?:written|prior|advance|full|paid|clear) )?(?:notice|fees?|rent|deposit|pay|salary|supply|experience|warranty|guarantee|subscription|holiday)\b", r"\1s'"),
        _rule("mornings afternoons evenings nights", r"\bon an? (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:mornings|afternoons|evenings|nights)\b(?!')"),
        _rule("possible;a an", r"\b(?:keep|maintain|provide|offer|give|create|make) an? [a-z]+ [a-z]+ as (?:is )?possible\b(?! (?:under|within|in|to|for|future|alternative|new|evidence|and)\b)", unless=r"\b(?:as|so|such)\b[^.!?]*$"),
        _rule("dedicated shown;has have", rf"{_OPENS}(?:(?:we|they|he|she|i) (?:has|have) dedicated to \w+ing\b|(?:this|the|our) [a-z]+ has shown to (?:{_PURE}|help|be|have|make|give|work)\b)"),
        _rule("the;until till by since", r"\b(?:until|till|by|since) the (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d(?=[.;!?]|$)"),
        # --- every day; ordinals ---
        _rule("everyday", r"(?:^|(?<=[.!?] ))(?-i:Everyday)[.!]", "every day"),
        _rule("th nd rd st", r"(?-i:(?<![\w.,/-])\d{1,2}(?:Th|Nd|Rd|St(?= (?:of|century|birthday|anniversary|floor|year|grade|January|February|March|April|May|June|July|August|September|October|November|December)\b))\b)"),
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
    """The slips of grammar in a line, one a rule, and its mistaken phrases: the words as they stand, and what was meant or ""."""
    for found in lexicon.load("mistaken").find(text):
        yield text[found.start : found.end], found.group.replace("_", " ")
    for place, match in _faults(text.replace("’", "'")):
        yield text[match.start() : match.end()].strip(), match.expand(rules()[place].meant)


def _faults(plain: str) -> Iterator[tuple[int, re.Match[str]]]:
    cues = _by_cue()
    held = set(_CUE.findall(plain.lower()))
    for place in sorted({place for cue in cues.keys() & held for place in cues[cue]}):
        rule = rules()[place]
        if not any(more.isdisjoint(held) for more in rule.cues[1:]) and (match := rule.match(plain)):
            yield place, match
