"""TeX's commands for signs, as a table of names and what they show.

After *The Comprehensive LaTeX Symbol List* and the documentation of amsmath: those that posts use.
"""

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
complement ∁ eth ð surd √ i ı o ø O Ø ae æ AE Æ oe œ OE Œ ss ß aa å AA Å l ł L Ł
vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ backslash \\ slash / R ℝ Reals ℝ N ℕ Z ℤ Complex ℂ
"""

_OPERATORS = """
times × div ÷ cdot ⋅ cdotp ⋅ centerdot ⋅ bullet ∙ pm ± mp ∓ ast * circ ∘ cap ∩ cup ∪ Cap ⋒ Cup ⋓
wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
uplus ⊎ sqcap ⊓ sqcup ⊔ amalg ⨿ wr ≀ dagger † ddagger ‡ bigtriangleup △ bigtriangledown ▽
ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ veebar ⊻ barwedge ⊼ bigcirc ○
leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ ll ≪ gg ≫ lll ⋘ ggg ⋙ lt < gt > neq ≠ ne ≠
eq = equiv ≡ sim ∼ nsim ≁ simeq ≃ approx ≈ approxeq ≊ cong ≅ ncong ≇ doteq ≐ triangleq ≜
coloneqq ≔ coloneq ≔ colon : propto ∝ varpropto ∝ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃
subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐
sqsubseteq ⊑ sqsupseteq ⊒ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ perp ⊥
parallel ∥ nparallel ∦ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ asymp ≍
bowtie ⋈ smile ⌣ frown ⌢ lesssim ≲ gtrsim ≳ lessgtr ≶ nleq ≰ ngeq ≱ nless ≮ ngtr ≯
lhd ⊲ rhd ⊳ trianglelefteq ⊴ trianglerighteq ⊵ therefore ∴ because ∵ between ≬ pitchfork ⋔
to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓
updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
rightleftharpoons ⇌ leftrightharpoons ⇋ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠
rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ circlearrowleft ↺ circlearrowright ↻
upuparrows ⇈ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ multimap ⊸ vcentcolon :
"""

_OTHERS = """
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫ bigcap ⋂ bigcup ⋃
bigwedge ⋀ bigvee ⋁ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
ldots … dots … dotsc … dotso … mathellipsis … textellipsis … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯
vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } lbrack [
rbrack ] llbracket ⟦ rrbracket ⟧ lparen ( rparen ) { { } } | ‖ # # % % & & _ _ $ $
textdollar $ textbackslash \\ textasciitilde ~ textdegree °
"""


def _table(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SIGNS = _table(_LETTERS) | _table(_OPERATORS) | _table(_OTHERS)

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
    "underbrace": "",
    "overbrace": "",
    "underparen": "",
    "overparen": "",
}

BLANKS = names(
    ", : ; > quad qquad enspace enskip thinspace medspace thickspace space nobreakspace"
) | {" ", "\n", "\t"}
"""Commands that leave room. `\\!` takes some away, which in a line of text means nothing."""

IGNORED = names(
    "! / displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline"
    " hfill big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm"
    " rm bf it sf tt cal mit boldmath unboldmath normalsize small large Large tiny footnotesize"
    " negthinspace negmedspace negthickspace allowbreak nobreak strut mathstrut relax null"
    " inline par noindent centering"
)

WRAPPERS = names(
    "mathcal mathscr mathfrak boldsymbol bm pmb mathbf boxed fbox cancel bcancel xcancel sout"
    " smash mathord mathbin mathrel mathopen mathclose mathpunct mathinner mathop llap rlap"
    " mathclap mathllap mathrlap ensuremath Bbb emph"
)
"""Commands whose argument is shown as it is."""

WORDS = names("mathrm mathsf mathtt mathit mathnormal")
"""Commands whose argument is a name when it has several letters."""

TEXTS = names(
    "text textrm textbf textit textsf texttt textnormal textup textsc textsl mbox hbox tag"
)

DROPPED = {
    "label": 1,
    "color": 1,
    "phantom": 1,
    "hphantom": 1,
    "vphantom": 1,
    "hspace": 1,
    "hspace*": 1,
    "vspace": 1,
    "kern": 0,
    "require": 1,
    "textcolor": 1,
    "colorbox": 1,
    "href": 1,
    "class": 1,
    "style": 1,
    "cssId": 1,
    "dpi": 1,
    "ref": 1,
    "eqref": 1,
}
"""Commands, and how many of their arguments are not for the eye."""

LINES = names(
    "align aligned alignat alignedat gather gathered split multline eqnarray equation displaymath"
    " flalign subequations"
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
    "rcases": ("", "}"),
}
