"""TeX's commands for signs, as a table of names and what they show.

After *The Comprehensive LaTeX Symbol List* and the documentation of amsmath: those that posts use.
"""

from feedtui.article.maths.symbols import table
from feedtui.article.tags import names

_LETTERS = """
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω digamma ϝ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
varGamma Γ varDelta Δ varTheta Θ varLambda Λ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω
aleph ℵ beth ℶ gimel ℷ hbar ℏ hslash ℏ ell ℓ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ partial ∂ nabla ∇
infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥
angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ qed ∎ diamond ⋄ Diamond ◇
bigstar ★ star ⋆ prime ′ backprime ‵ degree ° flat ♭ natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢
heartsuit ♡ spadesuit ♠ checkmark ✓ pounds £ euro € S § P ¶ dag † ddag ‡ copyright © mho ℧
sphericalangle ∢ blacktriangle ▲ vartriangle △ lozenge ◊ blacklozenge ⧫ maltese ✠ yen ¥ Finv Ⅎ
complement ∁ eth ð surd √ i ı o ø O Ø ae æ AE Æ oe œ OE Œ ss ß aa å AA Å l ł L Ł
vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ backslash \\ slash / R ℝ Reals ℝ N ℕ Z ℤ Complex ℂ
Q ℚ C ℂ
"""

_OPERATORS = """
times × div ÷ cdot ⋅ cdotp ⋅ centerdot ⋅ bullet ∙ pm ± mp ∓ ast * circ ∘ cap ∩ cup ∪ Cap ⋒ Cup ⋓
wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
uplus ⊎ sqcap ⊓ sqcup ⊔ amalg ⨿ wr ≀ dagger † ddagger ‡ bigtriangleup △ bigtriangledown ▽
ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ veebar ⊻ barwedge ⊼ bigcirc ○
leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ ll ≪ gg ≫ lll ⋘ ggg ⋙ lt < gt > neq ≠ ne ≠
eq = equiv ≡ sim ∼ nsim ≁ simeq ≃ approx ≈ approxeq ≊ cong ≅ ncong ≇ doteq ≐ triangleq ≜
coloneqq ≔ coloneq ≔ propto ∝ varpropto ∝ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃
subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐
sqsubseteq ⊑ sqsupseteq ⊒ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ perp ⊥
parallel ∥ nparallel ∦ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ asymp ≍
bowtie ⋈ smile ⌣ frown ⌢ lesssim ≲ gtrsim ≳ lessgtr ≶ nleq ≰ ngeq ≱ nless ≮ ngtr ≯
lhd ⊲ rhd ⊳ trianglelefteq ⊴ trianglerighteq ⊵ intercal ⊺ therefore ∴ because ∵ between ≬
pitchfork ⋔
to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓
updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
rightleftharpoons ⇌ leftrightharpoons ⇋ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ circlearrowleft ↺ circlearrowright ↻
nmid ∤ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ Subset ⋐ Supset ⋑ circledast ⊛ circledcirc ⊚ dotplus ∔
divideontimes ⋇ curlyvee ⋎ curlywedge ⋏ succsim ≿ precsim ≾ backsim ∽ thicksim ∼ thickapprox ≈
bumpeq ≏ Bumpeq ≎ circeq ≗ risingdotseq ≓ fallingdotseq ≒ eqcirc ≖ vartriangleleft ⊲
vartriangleright ⊳ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ subsetneqq ⫋ subseteqq ⫅ supseteqq ⫆
leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ lessapprox ⪅ gtrapprox ⪆ dashrightarrow ⇢ dashleftarrow ⇠ Lsh ↰ Rsh ↱
Rrightarrow ⇛ Lleftarrow ⇚ leftrightsquigarrow ↭ curvearrowright ↷ curvearrowleft ↶
downdownarrows ⇊ leftleftarrows ⇇ upharpoonright ↾ restriction ↾ nLeftarrow ⇍ nLeftrightarrow ⇎
upuparrows ⇈ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ multimap ⊸ vcentcolon :
"""

_OTHERS = """
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫ bigcap ⋂ bigcup ⋃
bigwedge ⋀ bigvee ⋁ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
ldots … dots … dotsc … dotso … mathellipsis … textellipsis … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯
vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } lbrack [
rbrack ] llbracket ⟦ rrbracket ⟧ lgroup ⟮ rgroup ⟯ lmoustache ⎰ rmoustache ⎱ ulcorner ⌜ urcorner ⌝
lparen ( rparen ) { { } } | ‖ # # % % & & _ _ $ $
textdollar $ textbackslash \\ textasciitilde ~ textdegree °
"""


SIGNS = table(_LETTERS) | table(_OPERATORS) | table(_OTHERS)

ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "check": "\u030c",
    "widecheck": "\u030c",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "underbar": "\u0332",
    "vec": "\u20d7",
    "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6",
    "overleftrightarrow": "\u20e1",
    "dot": "\u0307",
    "ddot": "\u0308",
    "dddot": "\u20db",
    "acute": "\u0301",
    "grave": "\u0300",
    "breve": "\u0306",
    "mathring": "\u030a",
    "cancel": "\u0336",
    "bcancel": "\u0336",
    "xcancel": "\u0336",
    "sout": "\u0336",
    "st": "\u0336",
}

BLANKS = names(
    ", : ; > quad qquad enspace enskip thinspace medspace thickspace space nobreakspace"
) | {" ", "\n", "\t"}
"""Commands that leave room. `\\!` takes some away, which in a line of text means nothing."""

IGNORED = names(
    "! / displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline"
    " hfill big Big bigg Bigg rm bf it sf tt cal mit scr frak boldmath unboldmath normalsize small"
    " large Large LARGE huge Huge tiny footnotesize scriptsize bfseries itshape rmfamily"
    " negthinspace negmedspace negthickspace allowbreak nobreak break strut mathstrut relax null"
    " inline par noindent centering toprule midrule bottomrule hdashline left. displaylimits"
    " protect ensuremath global long hfil vfill dotfill"
)

OPENED = names("bigl Bigl biggl Biggl")
CLOSED = names("bigr Bigr biggr Biggr")
"""Commands that make the next sign large, and a bracket."""

ARROWS = {
    "xrightarrow": "→",
    "xleftarrow": "←",
    "xleftrightarrow": "↔",
    "xRightarrow": "⇒",
    "xLeftarrow": "⇐",
    "xLeftrightarrow": "⇔",
    "xmapsto": "↦",
    "xhookrightarrow": "↪",
    "xlongequal": "=",
    "xrightleftharpoons": "⇌",
}
"""Commands for signs that carry their argument above, and an option below."""

AROUND = {
    "abs": ("|", "|"),
    "norm": ("‖", "‖"),
    "bra": ("⟨", "|"),
    "ket": ("|", "⟩"),
    "braket": ("⟨", "⟩"),
    "Bra": ("⟨", "|"),
    "Ket": ("|", "⟩"),
    "Braket": ("⟨", "⟩"),
    "expval": ("⟨", "⟩"),
    "set": ("{", "}"),
    "Set": ("{", "}"),
    "ceil": ("⌈", "⌉"),
    "floor": ("⌊", "⌋"),
    "enclose": ("", ""),
}
"""Commands of the packages physics, braket and mathtools that put brackets around something."""

WRAPPERS = names(
    "mathcal mathscr mathfrak boldsymbol bm pmb mathbf mathbfit boxed fbox smash mathord mathbin"
    " mathrel mathopen mathclose mathpunct mathinner llap rlap mathclap mathllap mathrlap emph"
    " symbf symbfit symcal symfrak symscr vcenter operatornamewithlimits textnormal vb va vu"
    " vectorbold bbox mathbfsf mathbold"
)
"""Commands whose argument is shown as it is."""

DROPPED = {
    "label": 1,
    "color": 1,
    "definecolor": 3,
    "phantom": 1,
    "hphantom": 1,
    "vphantom": 1,
    "vspace": 1,
    "require": 1,
    "textcolor": 1,
    "colorbox": 1,
    "fcolorbox": 2,
    "href": 1,
    "class": 1,
    "style": 1,
    "cssId": 1,
    "dpi": 1,
    "rule": 2,
    "cline": 1,
    "leftroot": 1,
    "uproot": 1,
    "mmlToken": 1,
    "fontsize": 2,
    "rotatebox": 1,
    "setlength": 2,
    "usepackage": 1,
    "mathtip": 0,
    "footnotemark": 0,
}
"""Commands, and how many of their arguments are not for the eye."""

LINES = names(
    "align aligned alignat alignedat gather gathered split multline multlined eqnarray equation"
    " displaymath flalign subequations eqalign xalignat math IEEEeqnarray"
)
"""Environments that break a formula into lines."""

FENCES = {
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""),
    "dcases": ("{", ""),
    "numcases": ("{", ""),
    "rcases": ("", "}"),
    "drcases": ("", "}"),
}
