
'use strict';

// What of the picture is seen: panned and zoomed through the viewBox, so that everything stays sharp. Answers
// the pointer (drag, wheel, two fingers); a drag is no click.
function makeView(canvas, svg) {
  const whole = svg.viewBox.baseVal;
  const size = { width: whole.width, height: whole.height };
  const mostZoom = 12; // on the whole picture
  const pointers = new Map();
  let box = { x: 0, y: 0, width: size.width, height: size.height };
  let wasDragged = false;

  function apply() {
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  }

  // Picture units a CSS pixel; the picture is centred in the canvas, as preserveAspectRatio has it.
  function unit() {
    return Math.max(box.width / Math.max(1, canvas.clientWidth), box.height / Math.max(1, canvas.clientHeight));
  }

  function toPicture(clientX, clientY) {
    const bounds = canvas.getBoundingClientRect();
    const scale = unit();
    return {
      x: box.x + box.width / 2 + (clientX - bounds.left - bounds.width / 2) * scale,
      y: box.y + box.height / 2 + (clientY - bounds.top - bounds.height / 2) * scale,
    };
  }

  function centre() {
    const bounds = canvas.getBoundingClientRect();
    return { x: bounds.left + bounds.width / 2, y: bounds.top + bounds.height / 2 };
  }

  function zoomAt(factor, clientX, clientY) {
    const width = Math.min(size.width * 2, Math.max(size.width / mostZoom, box.width / factor));
    const scale = width / box.width;
    const at = toPicture(clientX, clientY);
    box = {
      x: at.x + (box.x - at.x) * scale,
      y: at.y + (box.y - at.y) * scale,
      width,
      height: box.height * scale,
    };
    apply();
  }

  function panBy(dx, dy) {
    const scale = unit();
    box.x -= dx * scale;
    box.y -= dy * scale;
    apply();
  }

  function fit() {
    box = { x: 0, y: 0, width: size.width, height: size.height };
    apply();
  }

  // Moves the view, and no further than needed, until the box is seen.
  function reveal(what) {
    const scale = unit();
    const seen = { width: canvas.clientWidth * scale, height: canvas.clientHeight * scale };
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const rim = 30 * scale;
    const shift = (from, to, low, high) =>
      from - rim < low ? from - rim - low : to + rim > high ? to + rim - high : 0;
    box.x += shift(what.x, what.x + what.width, middle.x - seen.width / 2, middle.x + seen.width / 2);
    box.y += shift(what.y, what.y + what.height, middle.y - seen.height / 2, middle.y + seen.height / 2);
    apply();
  }

  function spread() {
    const [a, b] = [...pointers.values()];
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }

  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 20 : 1;
    zoomAt(Math.exp(-event.deltaY * lines * 0.0015), event.clientX, event.clientY);
  }, { passive: false });

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY });
    if (pointers.size === 1) wasDragged = false;
  });

  canvas.addEventListener('pointermove', (event) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    const slack = event.pointerType === 'touch' ? 8 : 4;
    if (!wasDragged && pointers.size === 1 &&
        Math.hypot(event.clientX - pointer.fromX, event.clientY - pointer.fromY) < slack) return;
    if (!wasDragged) canvas.setPointerCapture(event.pointerId);
    wasDragged = true;
    canvas.classList.add('dragged');
    const before = pointers.size === 2 ? spread() : null;
    const dx = event.clientX - pointer.x;
    const dy = event.clientY - pointer.y;
    pointer.x = event.clientX;
    pointer.y = event.clientY;
    if (!before) {
      panBy(dx, dy);
      return;
    }
    const now = spread();
    panBy(now.x - before.x, now.y - before.y);
    zoomAt(now.distance / Math.max(1, before.distance), now.x, now.y);
  });

  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) canvas.classList.remove('dragged');
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('click', (event) => {
    if (wasDragged) event.stopImmediatePropagation();
    wasDragged = false;
  }, true);

  let beforePrint = box;
  addEventListener('beforeprint', () => { beforePrint = box; fit(); });
  addEventListener('afterprint', () => { box = beforePrint; apply(); });

  return { fit, reveal, zoomBy: (factor) => zoomAt(factor, centre().x, centre().y) };
}
