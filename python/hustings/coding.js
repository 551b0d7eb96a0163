// The lines of a coding one at a time, coded by keys. Texts are set as text, never as markup.

function element(parent, tag, className) {
  const made = parent.appendChild(document.createElement(tag));
  made.className = className;
  return made;
}

function render({ model, el }) {
  const root = element(el, "div", "hustings-coding");
  root.tabIndex = 0;
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  const head = element(root, "div", "hustings-head");
  const line = element(root, "p", "hustings-line");
  line.dir = "auto";
  const [left, node, right] = ["span", "strong", "span"].map((tag) => element(line, tag, ""));
  const values = element(root, "div", "hustings-values");
  const note = element(root, "input", "hustings-note");
  note.placeholder = "note";
  const help = element(root, "div", "hustings-help");
  help.textContent =
    "number or click: code \u00b7 0: no code \u00b7 \u2190 \u2192: move \u00b7 u: next uncoded \u00b7 e: paragraph \u00b7 n: note";

  const code = (value) => model.send({ do: "code", value, note: note.value });

  function draw() {
    const state = model.get("state");
    head.textContent = state.head;
    left.textContent = state.left;
    node.textContent = state.node;
    right.textContent = state.right;
    note.value = state.note;
    values.replaceChildren();
    state.values.forEach((name, number) => {
      const button = element(values, "button", "hustings-value");
      button.textContent = `${number + 1} ${name}`;
      button.setAttribute("aria-pressed", String(number === state.code));
      button.tabIndex = -1;
      button.onclick = () => {
        code(number);
        root.focus();
      };
    });
  }

  const moves = { ArrowLeft: { do: "move", by: -1 }, ArrowRight: { do: "move", by: 1 } };
  moves.u = { do: "uncoded" };
  moves.e = { do: "expand" };
  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const number = "123456789".indexOf(event.key);
    if (event.target === note) {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      if (event.key === "Enter") model.send({ do: "note", note: note.value });
      root.focus();
    } else if (number >= 0) code(number);
    else if (event.key === "0") model.send({ do: "clear" });
    else if (event.key === "n") note.focus();
    else if (moves[event.key]) model.send(moves[event.key]);
    else return;
    event.preventDefault();
  });

  model.on("change:state", draw);
  draw();
}

export default { render };
