"use strict";
const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const $ = (selector, root = document) => root.querySelector(selector);

const people = new Map();
let photo = null;
let reported = null;
let board = null;

// ---- Talking to the square

async function send(path, options = {}) {
  try {
    const answer = await fetch(path, { method: "POST", ...options });
    return await answer.json();
  } catch {
    toast(words.offline, "", true);
    return { ok: false, reason: "" };
  }
}

const json = (value) => ({
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(value),
});

function settle(answer, done) {
  if (answer.tally) count(answer);
  if (answer.ok) toast(words["done_" + done], "", false);
  else if (answer.reason) toast(words["refused_" + answer.reason] ?? "", words.refused_title, true);
  if (!answer.ok) document.body.dataset.refused = Number(document.body.dataset.refused ?? 0) + 1;
  document.body.dataset.settled = Number(document.body.dataset.settled ?? 0) + 1;
  return answer.ok;
}

function beacon(name, detail) {
  navigator.sendBeacon("/telemetry", JSON.stringify({ event: name, like: 1, detail }));
}

// ---- Drawing

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#i-" + name);
  svg.append(use);
  return svg;
}

function toast(text, title, refused) {
  const box = make("div", { class: refused ? "toast refused" : "toast" });
  if (title) box.append(make("strong", {}, title));
  box.append(make("span", {}, text));
  $("#toasts").append(box);
  while ($("#toasts").children.length > 3) $("#toasts").firstChild.remove();
  setTimeout(() => box.remove(), refused ? 9000 : 3500);
}

const ICONS = { "undo like": "undo", "undo follow": "undo", follow: "person", upload: "photo", post: "send", captcha: "puzzle" };

function count(answer) {
  const rows = Object.entries(answer.tally).map(([name, number]) =>
    make("li", { "data-activity": name }, icon(ICONS[name] ?? name), words["tally_" + name], make("b", {}, String(number))));
  if (!rows.length) rows.push(make("li", { class: "none" }, words.tally_none));
  if (answer.refused) rows.push(make("li", { class: "no", "data-activity": "refused" }, words.tally_refused, make("b", {}, String(answer.refused))));
  $("#tally").replaceChildren(...rows);
}

function ago(minutes) {
  if (minutes <= 0) return words.now;
  return minutes < 60 ? `${minutes} ${words.minutes}` : `${Math.round(minutes / 60)} ${words.hours}`;
}

function person(one) {
  const button = make("button", { class: "soft follow", "aria-pressed": String(one.followed), onclick: () => follow(one, button) });
  button.append(make("span", {}, one.followed ? words.following : words.follow));
  return make("li", { "data-person": one.id },
    make("img", { src: `/faces/${one.id}.svg`, alt: "", width: 40, height: 40 }),
    make("span", {}, make("strong", {}, one.name), make("small", {}, "@" + one.handle)), button);
}

function card(post) {
  const by = people.get(post.by) ?? { name: words.you, handle: "you", id: "you" };
  const article = make("article", { class: "card post", "data-post": post.id, "aria-label": by.name });
  article.append(make("header", {},
    make("img", { src: `/faces/${by.id}.svg`, alt: "", width: 44, height: 44 }),
    make("span", {}, make("strong", {}, by.name), make("small", {}, `@${by.handle} · ${ago(post.minutes)}`))));
  if (post[language]) article.append(make("p", { class: "text" }, post[language]));
  const source = post.photo ? `/photos/${post.photo}` : post.picture ? `/pictures/${post.picture}.svg` : "";
  if (source) article.append(make("img", { class: "picture", src: source, alt: post.alt[language], width: 960, height: 600 }));
  article.append(bar(post), comments(post));
  return article;
}

function bar(post) {
  const like = make("button", { class: "act like", "aria-pressed": String(post.liked), "aria-label": words.like,
    onclick: () => toggleLike(post, like), onpointerenter: () => fans(post) });
  like.append(icon("like"), make("span", { class: "number" }, String(post.likes)));
  return make("div", { class: "acts" }, like,
    make("button", { class: "act open-comment", "aria-expanded": "false", onclick: openComment }, icon("comment"), make("span", {}, words.comment)),
    make("button", { class: "act share", onclick: () => share(post) }, icon("share"), make("span", {}, words.share)),
    make("button", { class: "act report", "aria-label": words.report, title: words.report, onclick: () => report(post) }, icon("report")));
}

function comments(post) {
  const list = make("ul", { class: "said" }, ...post.said.map(remark));
  const field = make("input", { name: "text", maxlength: 400, placeholder: words.say, "aria-label": words.comment, autocomplete: "off" });
  const form = make("form", { class: "comment row", hidden: true, onsubmit: (event) => comment(event, post, field, list) },
    field, make("button", { class: "strong" }, words.send));
  return make("div", {}, list, form);
}

const remark = (said) => make("li", {}, make("img", { src: "/faces/you.svg", alt: "", width: 28, height: 28 }), make("span", {}, said.text));

// ---- Acts

async function toggleLike(post, button) {
  const liked = button.getAttribute("aria-pressed") === "true";
  const answer = await send(liked ? "/api/unlike" : "/api/like", json({ post: post.id }));
  if (!settle(answer, liked ? "unlike" : "like")) return;
  button.setAttribute("aria-pressed", String(answer.like.liked));
  button.setAttribute("aria-label", answer.like.liked ? words.unlike : words.like);
  $(".number", button).textContent = answer.like.likes;
}

function openComment(event) {
  const button = event.currentTarget;
  const form = $("form.comment", button.closest("article"));
  form.hidden = !form.hidden;
  button.setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) $("input", form).focus();
}

async function comment(event, post, field, list) {
  event.preventDefault();
  const answer = await send("/api/comment", { body: new URLSearchParams({ post: post.id, text: field.value }) });
  if (!settle(answer, "comment")) return;
  list.append(remark(answer.comment));
  field.value = "";
}

async function share(post) {
  settle(await send("/api/share", json({ post: post.id })), "share");
}

async function follow(one, button) {
  const followed = button.getAttribute("aria-pressed") === "true";
  const answer = await send(followed ? "/api/unfollow" : "/api/follow", json({ person: one.id }));
  if (!settle(answer, followed ? "unfollow" : "follow")) return;
  button.setAttribute("aria-pressed", String(!followed));
  $("span", button).textContent = followed ? words.follow : words.following;
}

function choose(file) {
  photo = file;
  $("#preview").hidden = !file;
  if (file) $("#shown").src = URL.createObjectURL(file);
}

async function publish(event) {
  event.preventDefault();
  const text = $("#text").value;
  let name = "";
  if (photo) {
    const form = new FormData();
    form.append("photo", photo);
    const answer = await send("/api/photo", { body: form });
    if (!settle(answer, "upload")) return;
    name = answer.photo.id;
  }
  const answer = await send("/api/post", json({ text, photo: name }));
  if (!settle(answer, "post")) return;
  $("#posts").prepend(card({ ...answer.post, liked: false }));
  $("#compose").reset();
  choose(null);
}

async function practicePhoto() {
  const answer = await fetch(`/practice-photo-${Math.floor(Math.random() * 12)}.jpg`);
  choose(new File([await answer.blob()], "IMG_0001.jpg", { type: "image/jpeg" }));
}

async function report(post) {
  const answer = await send("/api/report", json({ post: post.id }));
  if (!answer.ok) return settle(answer, "report");
  reported = answer.report.id;
  $("#report-form").reset();
  step(false);
  $("#report").showModal();
}

function step(last) {
  $("#report-reasons").hidden = last;
  $("#report-next").hidden = last;
  $("#report-sure").hidden = !last;
  $("#report-send").hidden = !last;
  if (last) $("#report-send").focus();
}

async function reason() {
  const chosen = new FormData($("#report-form")).get("reason");
  const answer = await send(`/api/report/${reported}/reason`, json({ reason: chosen }));
  if (answer.ok) step(true);
}

async function sendReport(event) {
  event.preventDefault();
  if ($("#report-send").hidden) return reason();
  settle(await send(`/api/report/${reported}/send`, json({})), "report");
  $("#report").close();
}

// ---- The captcha

async function human() {
  const answer = await fetch("/captcha/board", { cache: "no-store" });
  show((await answer.json()).board);
  $("#captcha-note").textContent = "";
  $("#captcha").showModal();
}

function show(next) {
  board = next;
  $("#captcha-step").textContent = words.board_step.replace("$1", String(3 - next.left));
  $("#captcha-asked").textContent = words["subject_" + next.asked];
  $("#tiles").replaceChildren(...next.tiles.map((subject, index) => make("button", {
    type: "button", class: "tile", "aria-pressed": "false", "data-subject": subject, "aria-label": words["subject_" + subject],
    onclick: (event) => event.currentTarget.setAttribute("aria-pressed", String(event.currentTarget.ariaPressed !== "true")),
  }, make("img", { src: `/captcha/${next.token}/${index}.svg`, alt: "" }))));
  $("#captcha").dataset.asked = next.asked;
  $("#captcha").dataset.board = next.token;
}

async function check(event) {
  event.preventDefault();
  const chosen = [...$("#tiles").children].flatMap((tile, index) => (tile.ariaPressed === "true" ? [index] : []));
  const answer = await send(`/captcha/${board.token}`, json({ tiles: chosen }));
  if (answer.board) {
    if (answer.tally) count(answer);
    $("#captcha-note").textContent = answer.ok ? "" : words["refused_" + answer.reason];
    return show(answer.board);
  }
  settle(answer, "captcha");
  $("#captcha").close();
}

// ---- Reads, and what a great platform would watch

const fansSeen = new Set();
function fans(post) {
  if (fansSeen.has(post.id)) return;
  fansSeen.add(post.id);
  fetch(`/api/like?post=${post.id}`);
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    beacon("seen", entry.target.dataset.post);
    seen.unobserve(entry.target);
  }
}, { threshold: 0.6 });

async function begin() {
  const feed = await send("/api/query", json({ operation: "Feed", like: true }));
  if (!feed.posts) return;
  for (const one of feed.people) people.set(one.id, one);
  $("#people").replaceChildren(...feed.people.map(person));
  $("#posts").replaceChildren(...feed.posts.map(card));
  $("#posts").setAttribute("aria-busy", "false");
  count(feed);
  document.querySelectorAll("article").forEach((article) => seen.observe(article));
  beacon("loaded", feed.posts.length);
  document.body.dataset.ready = "yes";
}

$("#compose").addEventListener("submit", publish);
$("#photo").addEventListener("change", (event) => choose(event.target.files[0] ?? null));
$("#practice-photo").addEventListener("click", practicePhoto);
$("#unphoto").addEventListener("click", () => { choose(null); $("#photo").value = ""; });
$("#human").addEventListener("click", human);
$("#captcha-form").addEventListener("submit", check);
$("#report-next").addEventListener("click", reason);
$("#report-form").addEventListener("submit", sendReport);
document.querySelectorAll("[data-close]").forEach((button) => button.addEventListener("click", () => button.closest("dialog").close()));
begin();
