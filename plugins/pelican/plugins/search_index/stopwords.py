"""Little words that a plain question may contain and no story is about.

They are left out where other words remain; in quotes, with a field or alone they are searched.
"""

_LITTLE = """
a an and are as at be been but by can did do does for from had has have he her his how i if in into
is it its may me my of on or our she so than that the their them then there they this to was we
were what when where which who why will with would you your
au aux avec ce ces dans de des du en est et il ils la le les leur ne ou par pas pour que qui sa se
ses son sont sur un une
das dem den der des die ein eine einem einen einer er es fur im ist mit nicht sich sie sind um und
von war wie wird zu zum zur
al con del el ella las lo los mas no para por su sus y
che da dal degli dei della di gli i nel per piu si sono uno
ao as com da das do dos e em na nas no nos o os pela pelo que uma
без был была были бы в во для до его ее же за и из или их к как когда ко кто ли мы на не но о об
он она они от по при с со так что это я
از است با بر برای به تا در را که و یک این آن على عن فی من الى ان التی الذی
""".split()

STOPWORDS = sorted(set(_LITTLE))
