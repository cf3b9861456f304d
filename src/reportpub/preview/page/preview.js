// The page of the preview: shows leaves, keeps its place, leads from a block to the line it is written at.
"use strict";

const WORDS = {
  zh: {
    edition: "版本", size: "大小", findings: "问题", none: "没有问题", page: "第{0}页", nowhere: "不在页面上",
    busy: "正在排版……", fresh: "已是最新", stale: "部分页面待更新", refused: "内容有误，页面为上一次正确的样子",
    lost: "预览已停止", open: "在编辑器中打开", close: "关闭", block: "段落", zh: "中文", en: "英文", other: "English",
  },
  en: {
    edition: "Edition", size: "Size", findings: "Findings", none: "Nothing is wrong", page: "Page {0}", nowhere: "on no page",
    busy: "Setting pages…", fresh: "Up to date", stale: "Some pages follow", refused: "The content has errors; these are the last good pages",
    lost: "The preview has stopped", open: "Open in the editor", close: "Close", block: "Block", zh: "Chinese", en: "English", other: "中文",
  },
};
const TAGS = { zh: "zh-Hans", en: "en" };
const byId = (id) => document.getElementById(id);
const token = document.documentElement.dataset.token;
let tongue = localStorage.getItem("tongue") || (navigator.language.startsWith("zh") ? "zh" : "en");
let shown = null;
let chosen = null;

const word = (name, value) => WORDS[tongue][name].replace("{0}", value);

function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function say(path, said) {
  const headers = { "Content-Type": "application/json", "X-Reportpub": token };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(said) });
}

// Where the reader is: the block at the top of the window and how far above the edge it begins.
function place() {
  const edge = byId("pages").getBoundingClientRect().top;
  let best = null;
  for (const spot of document.querySelectorAll(".spot")) {
    const box = spot.getBoundingClientRect();
    if (box.bottom > edge && (best === null || box.top < best.box.top)) best = { spot, box };
  }
  const leaves = [...document.querySelectorAll(".leaf")];
  const leaf = leaves.findIndex((one) => one.getBoundingClientRect().bottom > edge);
  return {
    block: best && best.spot.dataset.block, lang: best && best.spot.dataset.lang,
    turn: best ? spotsOf(best.spot.dataset.block, best.spot.dataset.lang).indexOf(best.spot) : 0,
    offset: best ? best.box.top - edge : 0, leaf, leafOffset: leaf < 0 ? 0 : leaves[leaf].getBoundingClientRect().top - edge,
  };
}

function spotsOf(block, lang) {
  const all = [...document.querySelectorAll(`.spot[data-block="${CSS.escape(block)}"]`)];
  const own = all.filter((spot) => spot.dataset.lang === lang);
  return own.length ? own : all;
}

function back(was) {
  const pages = byId("pages");
  const edge = pages.getBoundingClientRect().top;
  const all = was.block ? spotsOf(was.block, was.lang) : [];
  const spot = all[Math.min(was.turn, all.length - 1)];
  const leaf = document.querySelectorAll(".leaf")[was.leaf];
  if (spot) pages.scrollTop += spot.getBoundingClientRect().top - edge - was.offset;
  else if (leaf) pages.scrollTop += leaf.getBoundingClientRect().top - edge - was.leafOffset;
}

function picture(leaf) {
  const width = Math.min(2800, Math.round(byId("size").value * (window.devicePixelRatio || 1)));
  return `/leaf/${leaf.document}/${leaf.index}.png?width=${width}`;
}

function spotFor(spot, leaf, worst) {
  const [block, lang, left, top, right, bottom] = spot;
  const [width, height] = leaf.size;
  const made = make("button", { className: "spot", type: "button", title: block });
  made.dataset.block = block;
  made.dataset.lang = lang;
  Object.assign(made.style, {
    left: `${(100 * left) / width}%`, top: `${(100 * top) / height}%`,
    width: `${(100 * (right - left)) / width}%`, height: `${(100 * (bottom - top)) / height}%`,
  });
  if (worst[block]) made.classList.add(worst[block]);
  if (chosen && chosen.block === block) made.classList.add("chosen");
  made.addEventListener("click", () => choose(block, lang));
  return made;
}

// A leaf that shows the same page keeps its picture; a new one is shown when it has arrived, so nothing flickers.
function leafFor(leaf, at, old, worst) {
  const name = `${leaf.document}/${leaf.index}`;
  const made = old || make("article", { className: "leaf" });
  const width = Number(byId("size").value);
  made.style.width = `${width}px`;
  made.style.height = `${(width * leaf.size[1]) / leaf.size[0]}px`;
  made.setAttribute("aria-label", word("page", leaf.folio > 0 ? leaf.folio : at + 1));
  made.dataset.at = at;
  const image = made.querySelector("img") || make("img", { loading: "lazy", decoding: "async" });
  image.alt = word("page", leaf.folio > 0 ? leaf.folio : at + 1);
  const source = picture(leaf);
  if (image.dataset.source !== source) {
    image.dataset.source = source;
    if (image.src && near(made)) {
      const next = new Image();
      next.onload = () => { if (image.dataset.source === source) { image.src = source; made.dataset.name = name; } };
      next.src = source;
    } else {
      image.src = source;
      made.dataset.name = name;
    }
  }
  made.replaceChildren(image, ...leaf.spots.map((spot) => spotFor(spot, leaf, worst)), ...marks(leaf, at));
  return made;
}

function near(leaf) {
  const box = leaf.getBoundingClientRect();
  return box.bottom > -window.innerHeight && box.top < 2 * window.innerHeight;
}

function marks(leaf, at) {
  const found = new Map();
  shown.findings.forEach((finding, number) => {
    if (finding.pages[0] !== at) return;
    const spot = leaf.spots.find((one) => one[0] === finding.block);
    const top = spot ? spot[3] : 0;
    const there = found.get(finding.block) || { top, numbers: [], severity: finding.severity };
    there.numbers.push(number);
    if (finding.severity === "error") there.severity = "error";
    found.set(finding.block, there);
  });
  return [...found.entries()].map(([block, mark]) => {
    const made = make("button", { className: `mark ${mark.severity}`, type: "button", textContent: `!${mark.numbers.length > 1 ? mark.numbers.length : ""}` });
    made.title = mark.numbers.map((number) => shown.findings[number].message[tongue]).join("\n");
    made.style.top = `${(100 * mark.top) / leaf.size[1]}%`;
    made.addEventListener("click", () => {
      byId("findings").querySelectorAll("li")[mark.numbers[0]].scrollIntoView({ block: "center" });
      choose(block, null);
    });
    return made;
  });
}

// Where the reader was when there were pages last; another edition opens at the same block.
let kept = null;

function draw() {
  if (document.querySelector(".leaf")) kept = place();
  const pages = byId("pages");
  const worst = {};
  for (const finding of shown.findings) if (worst[finding.block] !== "error") worst[finding.block] = finding.severity;
  const old = [...pages.children];
  // Old elements are given to the leaves with the same picture first, so that only what changed is fetched.
  const byName = new Map(old.map((element) => [element.dataset.name, element]));
  const made = shown.leaves.map((leaf) => byName.get(`${leaf.document}/${leaf.index}`) || null);
  const free = old.filter((element) => !made.includes(element));
  const byPlace = new Map(free.map((element) => [Number(element.dataset.at), element]));
  shown.leaves.forEach((leaf, at) => {
    if (!made[at] && byPlace.has(at)) made[at] = byPlace.get(at);
    made[at] = leafFor(leaf, at, made[at], worst);
  });
  if (old.length !== made.length || old.some((element, at) => element !== made[at])) pages.replaceChildren(...made);
  if (kept && made.length) back(kept);
  tell();
}

function tell() {
  document.documentElement.lang = TAGS[tongue];
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  byId("tongue").textContent = word("other");
  byId("tongue").lang = tongue === "zh" ? "en" : "zh-Hans";
  byId("open").textContent = word("open");
  byId("close").textContent = word("close");
  const editions = byId("edition");
  if (editions.options.length !== shown.editions.length) editions.replaceChildren(...shown.editions.map((name) => new Option(name, name)));
  editions.value = shown.edition;
  const state = byId("state");
  const name = shown.refused ? "refused" : shown.busy ? "busy" : shown.fresh ? "fresh" : "stale";
  state.className = name;
  state.textContent = word(name);
  const spoken = [...new Set(shown.leaves.flatMap((leaf) => leaf.spots.map((spot) => spot[1])))].sort().reverse();
  byId("languages").replaceChildren(...(spoken.length > 1 ? spoken : []).map((lang) => {
    const made = make("button", { type: "button", textContent: word(lang) });
    made.dataset.lang = lang;
    made.setAttribute("aria-pressed", String(place().lang === lang));
    made.addEventListener("click", () => turn(lang));
    return made;
  }));
  const list = byId("findings").querySelector("ol");
  list.replaceChildren(...(shown.findings.length ? shown.findings.map(item) : [make("li", { textContent: word("none") })]));
}

function item(finding) {
  const page = finding.pages.length ? shown.leaves[finding.pages[0]].folio : null;
  const where = `${page === null ? word("nowhere") : word("page", page)} · ${finding.file ? `${finding.file}:${finding.line}:${finding.column} · ` : ""}${finding.code}`;
  const button = make("button", { type: "button" }, make("span", { textContent: finding.message[tongue] }));
  button.addEventListener("click", () => {
    if (finding.block) { choose(finding.block, null); spotsOf(finding.block, null)[0]?.scrollIntoView({ block: "center" }); }
    else if (finding.file) open(finding.file, finding.line, finding.column);
  });
  const made = make("li", { className: finding.severity }, button, make("div", { className: "where", textContent: where }));
  if (finding.hint[tongue]) made.append(make("div", { className: "where", textContent: `→ ${finding.hint[tongue]}` }));
  return made;
}

// To the same block in the other language, in this edition.
function turn(lang) {
  const was = place();
  if (was.block) spotsOf(was.block, lang)[0]?.scrollIntoView({ block: "start" });
  tell();
}

async function choose(block, lang) {
  const answer = await fetch(`/block/${encodeURIComponent(block)}`);
  if (!answer.ok) return;
  chosen = await answer.json();
  for (const spot of document.querySelectorAll(".spot")) spot.classList.toggle("chosen", spot.dataset.block === block);
  byId("block").hidden = false;
  byId("open-refused").hidden = true;
  byId("block-name").textContent = block;
  byId("block-place").textContent = `${chosen.file}:${chosen.line}`;
  const order = Object.keys(chosen.said).sort((one, other) => (other === lang) - (one === lang));
  byId("said").replaceChildren(...order.map((key) => {
    const said = chosen.said[key];
    const made = make("button", { type: "button", lang: TAGS[key], textContent: said.words || "—" });
    made.title = `${chosen.file}:${said.line}:${said.column}`;
    made.addEventListener("click", () => open(chosen.file, said.line, said.column));
    return made;
  }));
  byId("lines").replaceChildren(...chosen.lines.map((line, at) => make("div", {}, make("b", { textContent: chosen.line + at }), line || " ")));
  byId("side").scrollTop = 0;
}

async function open(file, line, column) {
  const answer = await (await say("/open", { file, line, column })).json();
  byId("open-refused").hidden = !answer.refused;
  if (answer.refused) {
    byId("block").hidden = false;
    byId("open-refused").textContent = `${answer.refused.message[tongue]} ${answer.refused.hint[tongue]}`;
  }
}

let asked = 0;
async function look(edition) {
  const turnOf = ++asked;
  const query = edition ? `?edition=${encodeURIComponent(edition)}` : "";
  const answer = await fetch(`/state${query}`);
  const state = await answer.json();
  if (turnOf !== asked) return;
  shown = state;
  draw();
}

let here = "";
function follow() {
  if (!shown) return;
  const leaf = shown.leaves[Math.max(0, place().leaf)];
  const now = JSON.stringify(leaf && leaf.stretch);
  if (now === here) return;
  here = now;
  const [part, chapter] = (leaf && leaf.stretch) || [null, null];
  say("/here", { part, chapter });
}

let waiting = 0;
byId("pages").addEventListener("scroll", () => { clearTimeout(waiting); waiting = setTimeout(() => { follow(); if (shown) tell(); }, 150); });
byId("edition").addEventListener("change", (event) => look(event.target.value));
byId("size").addEventListener("input", () => { localStorage.setItem("size", byId("size").value); if (shown) draw(); });
byId("tongue").addEventListener("click", () => { tongue = tongue === "zh" ? "en" : "zh"; localStorage.setItem("tongue", tongue); draw(); });
byId("open").addEventListener("click", () => chosen && open(chosen.file, chosen.line, 1));
byId("close").addEventListener("click", () => { byId("block").hidden = true; chosen = null; for (const spot of document.querySelectorAll(".spot.chosen")) spot.classList.remove("chosen"); });
byId("size").value = localStorage.getItem("size") || byId("size").value;

const events = new EventSource("/events");
events.onmessage = () => look();
events.onerror = () => { const state = byId("state"); state.className = "refused"; state.textContent = word("lost"); };
