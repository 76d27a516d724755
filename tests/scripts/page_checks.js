// What a report must be for everybody who opens it (WCAG 2.2, level AA), measured in the page as a browser lays it out.
// pageFaults(document, width in CSS pixels) -> a list of sentences, empty where all is well.

function pageFaults(page, width) {
  const faults = [];
  const fault = (text, element) => faults.push(element ? `${text}: ${element.outerHTML.slice(0, 160)}` : text);
  const all = (selector) => [...page.querySelectorAll(selector)];
  const style = (element) => page.defaultView.getComputedStyle(element);
  const isShown = (element) => element.getClientRects().length > 0 && style(element).visibility !== 'hidden';

  noScript();
  structure();
  tables();
  languages();
  targets();
  contrast();
  if (page.documentElement.scrollWidth > width) fault(`the page is wider than the screen (${page.documentElement.scrollWidth} px)`, widest());
  return faults;

  function widest() {
    const inScroller = (element) => element.closest('.scroll');
    return all('body *').filter((element) => !inScroller(element) && element.getBoundingClientRect().right > width + 1)[0];
  }

  function noScript() {
    for (const element of all('script, iframe, object, embed, form')) fault('a script or something that runs', element);
    for (const element of all('*')) {
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith('on')) fault('a handler', element);
        if (['href', 'src'].includes(attribute.name) && !/^(#|https?:\/\/)/.test(attribute.value)) fault('an address that is no web page', element);
        if (attribute.name === 'src') fault('something is fetched', element);
      }
    }
  }

  function structure() {
    for (const [selector, count] of [['main', 1], ['body > header', 1], ['body > footer', 1], ['h1', 1]]) {
      if (all(selector).length !== count) fault(`not one ${selector} but ${all(selector).length}`);
    }
    for (const nav of all('nav')) if (!nav.getAttribute('aria-label') && !nav.getAttribute('aria-labelledby')) fault('a navigation without a name', nav);
    let level = 0;
    for (const heading of all('h1, h2, h3, h4, h5, h6')) {
      const now = Number(heading.tagName[1]);
      if (now > level + 1) fault(`a heading of level ${now} after one of level ${level}`, heading);
      if (!heading.textContent.trim()) fault('an empty heading', heading);
      level = now;
    }
    const ids = all('[id]').map((element) => element.id);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) fault(`the id ${id} comes twice`);
    for (const link of all('a[href^="#"]')) if (!page.getElementById(decodeURIComponent(link.hash.slice(1)))) fault('a link into nothing', link);
    for (const element of all('[aria-labelledby], [aria-describedby]')) {
      const names = `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/);
      for (const id of names) if (!page.getElementById(id)) fault(`named by ${id}, which is not there`, element);
    }
    for (const picture of all('svg')) {
      if (picture.getAttribute('role') !== 'img' || !picture.querySelector('title')?.textContent || !picture.querySelector('desc')?.textContent) fault('a picture without words', picture);
    }
  }

  function tables() {
    for (const table of all('table')) {
      if (!table.querySelector('th')) fault('a table without headers', table);
      if (!table.querySelector('caption')?.textContent.trim()) fault('a table without a caption', table);
      for (const header of table.querySelectorAll('th')) if (!['row', 'col', 'rowgroup', 'colgroup'].includes(header.getAttribute('scope'))) fault('a header without a scope', header);
    }
  }

  function languages() {
    if (!page.documentElement.lang) fault('the page has no language');
    for (const element of all('[lang]')) {
      if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(element.lang)) fault('not a language', element);
    }
    // Words that only French has, in an element that is not marked as French.
    const french = /\b(lorsque|outrage sexiste|d'amende|emprisonnement|puni[es]?)\b/i;
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const quoted = node.parentElement.closest('q, blockquote, dfn');
      if (quoted && french.test(node.textContent) && node.parentElement.closest('[lang]').lang !== 'fr') fault('French that is not marked as French', node.parentElement);
    }
  }

  // 2.5.8: 24 by 24 CSS pixels, but for links within a sentence.
  function targets() {
    for (const target of all('a[href], summary, button')) {
      if (!isShown(target) || target.classList.contains('skip')) continue;
      const box = target.getBoundingClientRect();
      if (style(target).display === 'inline' && target.parentElement.textContent.trim() !== target.textContent.trim()) continue;
      if (box.height < 23.9 || box.width < 23.9) fault(`a target of ${Math.round(box.width)} by ${Math.round(box.height)} px`, target);
    }
  }

  function contrast() {
    const seen = new Set();
    for (const element of all('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      if (!own || !isShown(element) || element.closest('.skip')) continue;
      const look = style(element);
      const inPicture = element.namespaceURI.endsWith('/svg');
      const front = parts(inPicture ? look.fill : look.color);
      const back = ground(element);
      const size = parseFloat(look.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(look.fontWeight) >= 700) ? 3 : 4.5;
      const ratio = contrastOf(front, back);
      const key = `${front}/${back}`;
      if (ratio >= needed || seen.has(key)) continue;
      seen.add(key);
      fault(`a contrast of ${ratio.toFixed(2)}, not ${needed}`, element);
    }
  }

  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(style(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  }

  function parts(colour) { return (colour.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number); }
  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }
  function contrastOf(a, b) {
    const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  }
}
