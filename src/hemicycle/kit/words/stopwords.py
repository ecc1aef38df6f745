"""The few words that say nothing in a question; lightly, since a search for one of them alone must still answer."""

from hemicycle.kit.words.folding import fold

_ENGLISH = (
    "a about an and any are as at be been but by can did do does for from had has have how in into is it its me "
    "my not of on or our so that the their them there these they this to us was we were what when where which who "
    "why will with would you your should could i after before during while between through than then if all also "
    "such only just very more most other some"
)
_FRENCH = (
    "a à au aux avec ce ces cet cette comme comment dans de des du elle elles en est et être eu il ils je la le "
    "les leur leurs ma mais mes mon ne nos notre nous on ont ou où par pas peut plus pour pourquoi qu que quel "
    "quelle quelles quels qui quoi sa sans se ses son sont sur ta tes ton un une vos votre vous y après avant "
    "pendant durant sous entre ainsi lors dont afin si tout tous toute toutes très chez vers depuis"
)
_SPANISH = (
    "a al ante como cómo con cual cuál cuáles cuándo de del desde donde dónde e el ella ellas ellos en entre era "
    "es esa ese eso esta está están este esto fue ha han hay la las le les lo los más me mi muy ni no nos o para "
    "pero por porque puede pueden que qué quien quién se ser si sin sobre son su sus un una unas uno unos y ya "
    "durante antes después tras hasta hacia mientras todo todos toda todas también cada así"
)
_PORTUGUESE = (
    "a à ao aos as às até com como da das de dela dele delas deles do dos e é ela elas ele eles em entre era essa "
    "esse esta está este eu foi há isso já mais mas me na nas no nos não o os ou para pela pelas pelo pelos pode "
    "podem por porque qual quais quando que quem se sem ser seu seus sobre sua suas são também um uma umas uns "
    "durante antes depois após sob enquanto todo todos toda todas muito cada assim desde"
)
_ARABIC = (
    "في من إلى الى على عن مع ما ماذا هل هذا هذه ذلك تلك التي الذي الذين أو او ثم كيف أين متى لماذا هو هي هم كان "
    "كانت يكون تكون قد لا لم لن إن أن ان كل بين عند حول أي و خلال أثناء منذ حتى عبر لدى ضمن حيث كما أيضا"
)
STOP_WORDS = frozenset(
    fold(word) for words in (_ENGLISH, _FRENCH, _SPANISH, _PORTUGUESE, _ARABIC) for word in words.split()
)


def is_stop_word(folded: str) -> bool:
    """Whether the folded word says nothing in any of the five languages."""
    return folded in STOP_WORDS
