/* The report is whole without this. It adds: a filter of findings, arrow keys through coloured copy, and opening what a
   link leads into. It reads and writes no site text but by class and attribute. */
"use strict";
(function () {
  var box = document.querySelector(".filter");
  if (box) {
    var findings = Array.prototype.slice.call(document.querySelectorAll("#findings .finding"));
    var choices = Array.prototype.slice.call(box.querySelectorAll("select"));
    var status = box.querySelector("[role=status]");
    var fold = document.querySelector("#findings .aside");
    var apply = function () {
      var shown = 0;
      findings.forEach(function (finding) {
        var keep = choices.every(function (choice) {
          if (!choice.value) { return true; }
          var value = finding.getAttribute("data-" + choice.getAttribute("data-by"));
          return choice.getAttribute("data-by") === "pages" ? value.indexOf(" " + choice.value + " ") >= 0 : value === choice.value;
        });
        finding.hidden = !keep;
        shown += keep ? 1 : 0;
      });
      if (fold && shown < findings.length) { fold.open = true; }
      status.textContent = shown === findings.length ? "" : shown + " of " + findings.length + " shown";
    };
    choices.forEach(function (choice) { choice.addEventListener("change", apply); });
    box.hidden = false;
  }

  Array.prototype.forEach.call(document.querySelectorAll(".copy"), function (list) {
    var lines = Array.prototype.slice.call(list.querySelectorAll(".u"));
    lines.forEach(function (line, index) { line.tabIndex = index ? -1 : 0; });
    list.addEventListener("keydown", function (event) {
      var here = lines.indexOf(document.activeElement);
      var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      var next = lines[here + step];
      if (here < 0 || !step || !next) { return; }
      event.preventDefault();
      lines[here].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });

  var open = function () {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
    }
    if (target) { target.scrollIntoView(); }
  };
  window.addEventListener("hashchange", open);
  open();
})();
