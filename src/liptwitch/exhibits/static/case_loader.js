// Brings the packed front end of cases to life. Needs unpack.js before it.

export default {
  async initialize({ model }) {
    const address = URL.createObjectURL(new Blob([await unpack(model.get("code"))], { type: "text/javascript" }));
    const code = await import(address);
    URL.revokeObjectURL(address);
    const style = await unpack(model.get("style"));
    const draw = (render) => async ({ model, el }) => {
      const spec = JSON.parse(await unpack(model.get("spec")));
      el.append(Object.assign(document.createElement("style"), { textContent: style }));
      return render({ model, el, spec });
    };
    return { renderCase: draw(code.renderCase), renderDesk: draw(code.renderDesk) };
  },
};
