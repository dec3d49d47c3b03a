"""Well-known formulas, each with the line that a mathematician would type for it.

The lines were decided before the program was asked.
"""

import pytest

from feedtui.article.maths.linear import line
from feedtui.article.maths.tex import tree_of_tex

FORMULAS = [
    # Algebra
    (r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
    (r"(a+b)^n = \sum_{k=0}^n \binom{n}{k} a^k b^{n-k}", "(a + b)ⁿ = ∑ₖ₌₀ⁿ C(n, k)aᵏbⁿ⁻ᵏ"),
    (r"\binom{n}{k} = \frac{n!}{k!(n-k)!}", "C(n, k) = n!/(k!(n − k)!)"),
    (r"n! \approx \sqrt{2\pi n}\left(\frac{n}{e}\right)^n", "n! ≈ √(2πn)(n/e)ⁿ"),
    (r"1 + \cfrac{1}{1 + \cfrac{1}{x}}", "1 + 1/(1 + 1/x)"),
    (r"\frac{a/b}{c}", "(a/b)/c"),
    (r"\frac{1}{n(n+1)}", "1/(n(n + 1))"),
    (r"\sqrt[3]{27} = 3", "∛27 = 3"),
    (r"\sqrt{2}x + \sqrt 2", "√2 x + √2"),
    (r"\frac{\sqrt{\pi}}{2}", "√π/2"),
    (r"\frac{1}{\sqrt{2}}(x+1)", "(1/√2)(x + 1)"),
    (r"x^{y^z}", "x^(yᶻ)"),
    (r"a \equiv b \pmod{m}", "a ≡ b (mod m)"),
    (r"\mathbb{Z}/n\mathbb{Z}", "ℤ/nℤ"),
    (r"\det(A - \lambda I) = 0", "det(A − λI) = 0"),
    (r"\overline{z}", "z̅"),
    (r"i^2 = -1", "i² = −1"),
    # Analysis
    (
        r"f'(x) = \lim_{h\to0}\frac{f(x+h)-f(x)}{h}",
        "f′(x) = lim_(h→0) (f(x + h) − f(x))/h",
    ),
    (r"\lim_{x \to 0} \frac{\sin x}{x} = 1", "lim_(x→0) (sin x)/x = 1"),
    (
        r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}",
        "∫_(−∞)^∞ e^(−x²) dx = √π",
    ),
    (r"\Gamma(z) = \int_0^\infty t^{z-1} e^{-t} dt", "Γ(z) = ∫₀^∞ tᶻ⁻¹e⁻ᵗ dt"),
    (r"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}", "∑ₙ₌₁^∞ 1/n² = π²/6"),
    (r"\zeta(s) = \prod_p (1-p^{-s})^{-1}", "ζ(s) = ∏ₚ (1 − p⁻ˢ)⁻¹"),
    (r"\prod_{p \text{ prime}} \frac{1}{1-p^{-s}}", "∏_(p prime) 1/(1 − p⁻ˢ)"),
    (r"\oint_C \vec{F}\cdot d\vec{r} = 0", "∮_C F⃗ ⋅ dr⃗ = 0"),
    (r"\iint_D f(x,y)\,dx\,dy", "∬_D f(x, y) dx dy"),
    (
        r"\forall \epsilon > 0\, \exists \delta > 0 : |x - a| < \delta \implies |f(x)| < \epsilon",
        "∀ε > 0 ∃δ > 0 : |x − a| < δ ⟹ |f(x)| < ε",
    ),
    (r"\left.\frac{dy}{dx}\right|_{x=0}", "dy/dx|ₓ₌₀"),
    (r"\frac{d}{dx} e^x = e^x", "(d/dx)eˣ = eˣ"),
    (
        r"\frac{\partial^2 u}{\partial t^2} = c^2 \nabla^2 u",
        "∂²u/∂t² = c²∇²u",
    ),
    (r"y' = f(t, y), \quad y(0) = y_0", "y′ = f(t, y), y(0) = y₀"),
    (r"\left(\sum_{i} |x_i|^p\right)^{1/p}", "(∑ᵢ |xᵢ|ᵖ)^(1/p)"),
    (r"x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}", "xₙ₊₁ = xₙ − f(xₙ)/f′(xₙ)"),
    (r"\sin^2\theta + \cos^2\theta = 1", "sin² θ + cos² θ = 1"),
    (r"\tan^{-1}(x)", "tan⁻¹(x)"),
    (r"\log_2 8 = 3", "log₂ 8 = 3"),
    (r"\lVert x \rVert_2 \le \lVert x \rVert_1", "‖x‖₂ ≤ ‖x‖₁"),
    (r"|{-x}| = |x|", "|−x| = |x|"),
    (r"||x||_2 = |x||y|", "‖x‖₂ = |x||y|"),
    # Sets, logic, algorithms
    (r"A = \{ x \in \mathbb{R} \mid x^2 < 2 \}", "A = {x ∈ ℝ | x² < 2}"),
    (r"\{x | x > 0\}", "{x | x > 0}"),
    (r"\neg (p \land q) \iff \neg p \lor \neg q", "¬(p ∧ q) ⟺ ¬p ∨ ¬q"),
    (r"f \colon X \to Y,\ x \mapsto x^2", "f: X → Y, x ↦ x²"),
    (r"g \circ f", "g ∘ f"),
    (r"x \not\in A \setminus B", "x ∉ A ∖ B"),
    (r"O(n \log n) \subset \Theta(n^2)", "O(n log n) ⊂ Θ(n²)"),
    (r"\left\lfloor \frac{n}{2} \right\rfloor", "⌊n/2⌋"),
    (r"[0, 1) \cup (2, 3]", "[0, 1) ∪ (2, 3]"),
    (r"\mathbf{1}_{\{x>0\}}", "1_{x>0}"),
    (r"\sum_{\substack{i<n\\j<m}} a_{i,j}", "∑_(i<n, j<m) a_(i,j)"),
    # Probability and learning
    (r"P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}", "P(A | B) = P(B | A)P(A)/P(B)"),
    (r"P(A|B), P(A \cap B|C)", "P(A|B), P(A ∩ B | C)"),
    (
        r"p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}",
        "p(x) = (1/√(2πσ²))e^(−(x−μ)²/(2σ²))",
    ),
    (
        r"\sigma = \sqrt{\frac{1}{N}\sum_{i=1}^N (x_i - \mu)^2}",
        "σ = √((1/N) ∑ᵢ₌₁ᴺ (xᵢ − μ)²)",
    ),
    (
        r"\mathrm{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2",
        "Var(X) = E[X²] − E[X]²",
    ),
    (r"\Pr[X \geq a] \leq \frac{\mathbb{E}[X]}{a}", "Pr[X ≥ a] ≤ E[X]/a"),
    (
        r"D_{\mathrm{KL}}(P \| Q) = \sum_{x} P(x) \log\frac{P(x)}{Q(x)}",
        "D_KL(P‖Q) = ∑ₓ P(x) log(P(x)/Q(x))",
    ),
    (r"H = -\sum_i p_i \log_2 p_i", "H = −∑ᵢ pᵢ log₂ pᵢ"),
    (
        r"X_1, \ldots, X_n \overset{\text{i.i.d.}}{\sim} \mathcal{N}(\mu, \sigma^2)",
        "X₁, …, Xₙ ∼^(i.i.d.) N(μ, σ²)",
    ),
    (
        r"\hat{\beta} = (X^\top X)^{-1} X^\top y",
        "β̂ = (XᵀX)⁻¹Xᵀy",
    ),
    (
        r"\text{Attention}(Q,K,V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V",
        "Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V",
    ),
    (
        r"\text{softmax}(x)_i = \frac{\exp(x_i)}{\sum_j \exp(x_j)}",
        "softmax(x)ᵢ = exp(xᵢ)/(∑ⱼ exp(xⱼ))",
    ),
    (
        r"\theta^* = \operatorname*{arg\,max}_{\theta} \mathcal{L}(\theta)",
        "θ* = arg max_θ L(θ)",
    ),
    (
        r"\min_{x \in \mathbb{R}^n} f(x) \quad \text{s.t.} \quad g(x) \le 0",
        "min_(x∈ℝⁿ) f(x) s.t. g(x) ≤ 0",
    ),
    (r"W_Q X + d_{\text{model}}", "W_Q X + d_model"),
    (r"\theta^* x", "θ* x"),
    (r"\sigma^2_Q", "σ²_Q"),
    (
        r"\underbrace{P(D|\theta)}_{\text{likelihood}} \underbrace{P(\theta)}_{\text{prior}}",
        "P(D|θ) [likelihood] P(θ) [prior]",
    ),
    (r"\underbrace{1 + \cdots + 1}_{n\text{ times}}", "(1 + ⋯ + 1) [n times]"),
    # Physics and chemistry
    (r"E = mc^2", "E = mc²"),
    (
        r"\nabla \times B = \mu_0 \mathbf{J} + \mu_0\varepsilon_0 \frac{\partial E}{\partial t}",
        "∇ × B = μ₀J + μ₀ε₀(∂E/∂t)",
    ),
    (
        r"i\hbar\frac{\partial}{\partial t}\Psi = \hat{H}\Psi",
        "iℏ(∂/∂t)Ψ = ĤΨ",
    ),
    (
        r"R_{\mu\nu} - \tfrac{1}{2} R g_{\mu\nu} = 8\pi G T_{\mu\nu}",
        "R_(μν) − (1/2)Rg_(μν) = 8πGT_(μν)",
    ),
    (r"\frac{1}{\sqrt{2}}(|0\rangle + |1\rangle)", "(1/√2)(|0⟩ + |1⟩)"),
    (r"\hat{H}|\psi\rangle = E|\psi\rangle", "Ĥ|ψ⟩ = E|ψ⟩"),
    (r"|0\rangle\langle 0| + |1\rangle\langle 1|", "|0⟩⟨0| + |1⟩⟨1|"),
    (r"\langle \psi | \hat{A} | \psi \rangle", "⟨ψ|Â|ψ⟩"),
    (r"\bra{\psi}\ket{\phi} = \braket{\psi|\phi}", "⟨ψ||φ⟩ = ⟨ψ|φ⟩"),
    (r"\ddot{x} + \omega^2 x = 0", "ẍ + ω²x = 0"),
    (r"\exp\left(-\frac{E}{k_B T}\right)", "exp(−E/(k_B T))"),
    (r"3.0\times10^{8}\,\mathrm{m/s}", "3.0 × 10⁸ m/s"),
    (r"25\,^{\circ}\mathrm{C}", "25 °C"),
    (r"\SI{9.81}{\meter\per\second\squared}", "9.81 m/s²"),
    (
        r"\SI{5e-3}{\kilo\gram}, \num{1000}, \ang{30}, \si{\micro\metre}",
        "5 × 10⁻³ kg, 1000, 30°, μm",
    ),
    (r"\qty{3}{m.s^{-1}}", "3 m⋅s⁻¹"),
    (r"\ce{2H2 + O2 -> 2H2O}", "2H₂ + O₂ → 2H₂O"),
    (r"\ce{SO4^2- + Ba^{2+} <=> BaSO4 v}", "SO₄²⁻ + Ba²⁺ ⇌ BaSO₄↓"),
    (r"\ce{^{14}_{6}C}, \ce{Na+}, \ce{CH3-CH2-OH}", "¹⁴₆C, Na⁺, CH₃−CH₂−OH"),
    (r"\ce{CaCO3(s) ->[\Delta] CaO(s) + CO2 ^}", "CaCO₃(s) →^Δ CaO(s) + CO₂↑"),
    # Matrices and cases
    (
        r"\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}",
        "[cos θ, −sin θ; sin θ, cos θ]",
    ),
    (r"I = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}", "I = [1 0; 0 1]"),
    (r"\begin{pmatrix}1\\2\\3\end{pmatrix}^T", "[1; 2; 3]ᵀ"),
    (r"\begin{vmatrix}a & b\\c & d\end{vmatrix} = ad - bc", "|a b; c d| = ad − bc"),
    (
        r"|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}",
        "|x| = {x if x ≥ 0; −x otherwise}",
    ),
    (
        r"f = \left\{\begin{array}{ll} 1, & x>0 \\ 0, & x<0 \end{array}\right.",
        "f = {1, x > 0; 0, x < 0}",
    ),
    (r"\begin{gathered} a=b \\ c=d \end{gathered}", "a = b; c = d"),
]


@pytest.mark.parametrize(("tex", "expected"), FORMULAS)
def test_a_formula_reads_as_one_would_type_it(tex: str, expected: str) -> None:
    assert line(tree_of_tex(tex)) == expected
