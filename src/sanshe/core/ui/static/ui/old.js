// For browsers that know no modules: the page says that nothing is saved by itself. Old words only.
(function () {
  var lines = document.querySelectorAll("[data-old]");
  for (var i = 0; i < lines.length; i += 1) lines[i].hidden = false;
})();
