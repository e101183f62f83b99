// A signature drawn by hand. Without this, the typed name signs.

document.querySelectorAll("[data-drawing]").forEach((box) => {
  const canvas = box.querySelector("canvas");
  const value = box.querySelector("input");
  const pen = canvas.getContext("2d");
  box.hidden = false;
  canvas.width = 900;
  canvas.height = 300;

  const clear = () => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    value.value = "";
  };

  // What is drawn belongs to the form at once, so nothing is lost when the page is sent.
  const keep = () => { value.value = canvas.toDataURL("image/png"); };

  const place = (event) => {
    const area = canvas.getBoundingClientRect();
    return [(event.clientX - area.left) * canvas.width / area.width, (event.clientY - area.top) * canvas.height / area.height];
  };

  let last = null;

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    event.preventDefault();
  });

  canvas.addEventListener("pointermove", (event) => {
    if (!last) {
      return;
    }
    const [x, y] = place(event);
    pen.strokeStyle = "#111";
    pen.lineWidth = 5;
    pen.lineCap = "round";
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(x, y);
    pen.stroke();
    last = [x, y];
  });

  ["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, () => {
    if (last) {
      last = null;
      keep();
    }
  }));

  box.querySelector("[data-clear]").addEventListener("click", clear);

  // For people who use no pointer.
  box.querySelector("[data-type]").addEventListener("click", () => {
    const name = document.getElementById(box.dataset.drawing).value.trim();
    clear();
    if (name) {
      pen.fillStyle = "#111";
      pen.textBaseline = "middle";
      pen.font = "italic 90px Georgia, 'Times New Roman', serif";
      pen.fillText(name, 30, canvas.height / 2, canvas.width - 60);
      keep();
    } else {
      document.getElementById(box.dataset.drawing).focus();
    }
  });

  clear();
});
