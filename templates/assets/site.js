// Firstline: what the pages gain when scripts run. Everything works without it.
(() => {
  'use strict';
  const doc = document, data = doc.body.dataset, lang = data.lang || 'en';
  // Our words may be in another language than the page.
  const ours = data.ourLang ? { lang: data.ourLang } : {}, wordsLang = ours.lang || lang;
  const all = (selector, root = doc) => Array.from(root.querySelectorAll(selector));

  const make = (name, attributes = {}, ...children) => {
    const element = doc.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  const icon = (name) => {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = doc.createElementNS(ns, 'svg'), use = doc.createElementNS(ns, 'use');
    use.setAttribute('href', data.icons + '#' + name);
    svg.setAttribute('class', 'icon');
    svg.setAttribute('width', '20');
    svg.setAttribute('height', '20');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(use);
    return svg;
  };

  const countText = (n) => {
    if (!n) return data.tNone || '';
    let form = n === 1 ? 'one' : 'other';
    try { form = new Intl.PluralRules(wordsLang).select(n); } catch (e) { /* keep the simple rule */ }
    return (data['t' + form[0].toUpperCase() + form.slice(1)] || data.tOther || '{n}').replace('{n}', n.toLocaleString(wordsLang));
  };

  // One polite place where changes are said.
  const live = make('div', { class: 'vh', role: 'status', 'aria-live': 'polite', ...ours });
  doc.body.append(live);
  const say = (text) => { live.textContent = text; };

  // Storage may be refused; then settings last as long as the page.
  const recall = (key) => { try { return localStorage.getItem(key); } catch (e) { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch (e) { /* not kept */ } };

  // Suggestions: an editable combobox with a listbox.

  const kindIcons = { category: 'folder', section: 'link', heading: 'link', question: 'question', query: 'search', contact: 'chat' };

  // Marks the typed words where they begin a word of the title.
  const emphasised = (title, typed) => {
    const words = typed.toLocaleLowerCase(lang).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const span = make('span');
    for (const part of title.split(/([\p{L}\p{N}]+)/u)) {
      const word = words.find((w) => part.toLocaleLowerCase(lang).startsWith(w));
      if (word && part) span.append(make('b', {}, part.slice(0, word.length)), part.slice(word.length));
      else span.append(part);
    }
    return span;
  };

  // Where a suggestion is from: its article, unless that is its title, and its category.
  const place = (item) => {
    const names = [item.article_title, item.category_title].filter((name) => name && name !== item.title);
    return names.length ? [' ', make('small', {}, names.join(' · '))] : [];
  };

  // As the form would be sent, with what was searched before.
  const searchFor = (typed, form) => {
    const query = new URLSearchParams(new FormData(form));
    query.set('q', typed.trim());
    return {
      kind: 'query', title: (data.tSearch || '{query}').replace('{query}', () => typed.trim()),
      url: data.search + '?' + query
    };
  };

  // Browsers differ in whether a search field can be cleared, so ours is the only one.
  const clearable = (input) => {
    const button = make('button', { type: 'button', class: 'clear', ...ours, 'aria-label': data.tClear || '' }, icon('close'));
    input.after(button);
    button.addEventListener('click', () => {
      input.value = '';
      input.dispatchEvent(new Event('input'));
      input.focus();
    });
  };

  const combobox = (input, number) => {
    const form = input.form, id = 'options-' + number, answers = new Map();
    const list = make('div', { id, class: 'options', role: 'listbox', 'aria-label': data.tSuggestions || '', hidden: '', lang, dir: doc.dir });
    let timer = 0, active = -1, asked = null, latest = 0;

    (input.closest('.suggests') || form).append(list);
    for (const [key, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id
    })) input.setAttribute(key, value);

    const options = () => all('[role=option]', list);
    const isOpen = () => !list.hidden;

    const choose = (index) => {
      const items = options();
      active = index;
      items.forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
      if (index < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', items[index].id);
      items[index].scrollIntoView({ block: 'nearest' });
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      choose(-1);
    };

    // Forgets what is under way: an answer that comes later is stale.
    const cancel = () => {
      clearTimeout(timer);
      latest++;
      if (asked) asked.abort();
      asked = null;
    };

    const show = (suggestions, typed) => {
      const shown = input.dataset.from ? suggestions : [...suggestions, searchFor(typed, form)];
      list.replaceChildren(...shown.map((item, i) => make('a', {
        id: id + '-' + i, role: 'option', href: item.url, tabindex: '-1', 'aria-selected': 'false',
        ...(item.kind === 'query' ? { class: 'search-for', ...ours } : {}),
        // Whoever writes a message keeps it.
        ...('suggests' in input.dataset || (item.kind === 'contact' && self !== parent) ? { target: '_blank', rel: 'noopener' } : {})
      }, icon(kindIcons[item.kind] || 'file'), make('span', {}, emphasised(item.title, typed), ...place(item)))));
      choose(-1);
      list.hidden = !shown.length;
      input.setAttribute('aria-expanded', String(isOpen()));
      say(countText(suggestions.length));
    };

    const ask = (typed) => {
      const known = answers.get(typed);
      cancel();
      if (known) return show(known, typed);
      const mine = latest;
      timer = setTimeout(() => {
        asked = new AbortController();
        const query = new URLSearchParams({ q: typed, lang, limit: 7 });
        const how = { signal: asked.signal, headers: { Accept: 'application/json' } };
        // What somebody is about to ask people stands in no address.
        (input.dataset.from ? fetch(data.suggest, { ...how, method: 'POST', body: query }) : fetch(data.suggest + '?' + query, how))
          .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
          .then((answer) => {
            if (mine !== latest || doc.activeElement !== input) return;
            // Only pages of this site: never a javascript: address.
            // The contact page leads to itself no more.
            const list = (answer.suggestions || []).filter((item) => new URL(item.url, location.href).origin === location.origin
              && !(input.dataset.from && item.kind === 'contact'));
            if (input.dataset.from) list.forEach((item) => { item.url = item.url.replace(/(#|$)/, '?from=' + input.dataset.from + '$1'); });
            answers.set(typed, list);
            show(list, typed);
          })
          .catch(() => { if (mine === latest) close(); });
      }, 130);
    };

    input.addEventListener('input', (event) => {
      if (event.isComposing) return;
      const typed = input.value.replace(/\s+/g, ' ').trimStart();
      if (typed.trim().length < 2) { cancel(); close(); } else ask(typed);
    });
    input.addEventListener('compositionend', () => input.dispatchEvent(new Event('input')));

    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const count = options().length, down = event.key === 'ArrowDown', up = event.key === 'ArrowUp';
      if ((down || up) && !event.shiftKey && count) {
        event.preventDefault();
        if (!isOpen()) {
          list.hidden = false;
          input.setAttribute('aria-expanded', 'true');
          choose(down ? 0 : count - 1);
        } else {
          // One place before the first option is the field itself.
          const next = active + (down ? 1 : -1);
          choose(next >= count ? -1 : next < -1 ? count - 1 : next);
        }
      } else if (event.key === 'Enter' && isOpen() && active >= 0) {
        event.preventDefault();
        options()[active].click();
      } else if (event.key === 'Escape' && isOpen()) {
        event.preventDefault();
        cancel();
        close();
      } else if (event.key === 'Tab' || event.key === 'Enter') {
        cancel();
        close();
      }
    });

    input.addEventListener('blur', () => { cancel(); close(); });
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('mousedown', (event) => event.preventDefault());
  };

  all('form.search input[type=search]').forEach(clearable);
  if (data.suggest && self.fetch && self.AbortController) {
    all('form.search input[type=search]:not([data-plain]), [data-suggests]').forEach(combobox);
  }

  // A text that does not fit the box turns it into a field for texts, which is sent in no address.

  const bytes = (text) => new TextEncoder().encode(text);

  // Says when it cuts, for as long as the text is at the limit.
  const keepShort = (area) => {
    const most = 65536, note = make('p', { class: 'search-note', hidden: '', ...ours }, data.tCut || '');
    area.form.after(note);
    area.addEventListener('input', () => {
      const all = bytes(area.value), cut = all.length > most;
      if (cut) area.value = new TextDecoder().decode(all.subarray(0, most), { stream: true });
      if (cut && note.hidden) say(data.tCut);
      note.hidden = !cut && all.length < most - 3;
    });
  };

  const grow = (input, text, caret) => {
    const form = input.form, area = make('textarea', {
      id: input.id, name: input.name, rows: '8', dir: 'auto', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false'
    });
    if ('main' in input.dataset) area.dataset.main = '';
    input.dispatchEvent(new Event('blur'));
    all('kbd', form).forEach((key) => key.remove());
    input.replaceWith(area);
    form.method = 'post';
    form.classList.add('area');
    area.value = text;
    area.focus();
    area.setSelectionRange(caret, caret);
    keepShort(area);
    area.dispatchEvent(new Event('input'));
  };

  if (self.TextEncoder) {
    all('form.search textarea').forEach(keepShort);
    all('form.search[method=get] input[type=search]').forEach((input) => input.addEventListener('paste', (event) => {
      const pasted = event.clipboardData ? event.clipboardData.getData('text/plain').trimEnd() : '';
      const before = input.value.slice(0, input.selectionStart) + pasted;
      const text = before + input.value.slice(input.selectionEnd);
      if (!pasted.includes('\n') && text.length <= 500 && bytes(text).length <= 1024) return;
      event.preventDefault();
      grow(input, text, before.length);
    }));
  }

  // Keys: Ctrl or Cmd with K always; / unless it is switched off.

  const box = () => doc.querySelector('.search [data-main]') || doc.querySelector('.search [name=q]');
  const field = box();
  const toggle = doc.querySelector('[data-slash]');
  const hint = make('kbd', { 'aria-hidden': 'true' }, '/');
  let slash = recall('firstline-slash') !== 'off';

  if (field) {
    const showSlash = () => {
      hint.hidden = !slash;
      if (toggle) toggle.setAttribute('aria-checked', String(slash));
    };
    if (field.localName === 'input') field.after(hint);
    if (toggle) {
      toggle.hidden = false;
      toggle.addEventListener('click', () => {
        slash = !slash;
        remember('firstline-slash', slash ? 'on' : 'off');
        showSlash();
      });
    }
    showSlash();
    doc.addEventListener('keydown', (event) => {
      const typing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
      const k = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
      const s = slash && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
      if ((!k && !s) || event.isComposing || doc.querySelector('dialog[open]')) return;
      event.preventDefault();
      box().focus();
      box().select();
    });
  }

  // The language menu closes like a menu does.

  all('details.languages').forEach((menu) => {
    doc.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });

  // Articles: headings are links to themselves, code is copied, images enlarge.

  all('.body :is(h2, h3, h4, h5, h6)[id]').forEach((heading) => {
    if (heading.querySelector('a, button')) return;
    const link = make('a', { class: 'anchor', href: '#' + encodeURIComponent(heading.id) });
    link.append(...heading.childNodes);
    heading.append(link);
  });

  // Says it has copied what `text` returns.
  const copier = (label, text) => {
    const button = make('button', { type: 'button', class: 'copy', ...ours }, label);
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text()).then(() => {
        button.textContent = data.tCopied;
        say(data.tCopied);
        setTimeout(() => { button.textContent = label; }, 2000);
      }, () => {});
    });
    return button;
  };

  if (navigator.clipboard) {
    all('[data-copy]').forEach((link) => {
      const button = copier(data.tCopy || '', () => link.textContent);
      button.setAttribute('aria-label', link.dataset.copy);
      link.after(button);
    });
  }

  all('.body pre').forEach((pre) => {
    requestAnimationFrame(() => { if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0; });
    if (!navigator.clipboard) return;
    const box = make('div', { class: 'code' });
    pre.replaceWith(box);
    box.append(pre, copier(data.tCopy || '', () => pre.textContent.replace(/\n$/, '')));
  });

  // Tasks can be ticked off for as long as the page is open.
  all('.body .task > input[type=checkbox]:first-child').forEach((box, i) => {
    const item = box.parentNode;
    box.disabled = false;
    item.id = item.id || 'task-' + (i + 1);
    item.classList.add('live');
    box.removeAttribute('aria-label');
    box.setAttribute('aria-labelledby', item.id);
    item.addEventListener('click', (event) => { if (!event.target.closest('a, button, input, summary, li li')) box.click(); });
  });

  // Tabs: the one chosen stands in the address, and chooses its like in the page's other groups.
  const tabs = all('.tabs > details'), tabName = (tab) => tab.firstElementChild.textContent;
  const chooseLike = (chosen) => tabs.forEach((tab) => { if (tab !== chosen && tabName(tab) === tabName(chosen)) tab.open = true; });
  tabs.forEach((tab) => tab.firstElementChild.addEventListener('click', () => {
    if (tab.open) return;
    const before = tab.getBoundingClientRect().top;
    chooseLike(tab);
    history.replaceState(history.state, '', '#' + encodeURIComponent(tab.lastElementChild.id));
    requestAnimationFrame(() => scrollBy(0, tab.getBoundingClientRect().top - before));
  }));

  // Questions that fold: all at once. What an address leads to is opened where browsers do not do so themselves.
  const folds = all('.body > details.question');
  all('.fold-all button').forEach((button) => {
    const open = button.textContent, label = () => { button.textContent = folds.every((fold) => fold.open) ? button.dataset.close : open; };
    button.classList.add('live');
    button.addEventListener('click', () => {
      const opens = !folds.every((fold) => fold.open);
      folds.forEach((fold) => { fold.open = opens; });
    });
    folds.forEach((fold) => fold.addEventListener('toggle', label));
  });
  const reveal = () => {
    let name = '';
    try { name = decodeURIComponent(location.hash.slice(1)); } catch (e) { return; }
    const target = doc.getElementById(name), around = [];
    for (let fold = target && target.closest('details'); fold; fold = fold.parentNode.closest('details')) around.push(fold);
    if (!around.length) return;
    around.forEach((fold) => {
      fold.open = true;
      if (tabs.includes(fold)) chooseLike(fold);
    });
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  // Enlarged, an image has its own size, and at least twice the one on the page; what does not fit scrolls.
  const images = all('.body img').filter((image) => !image.closest('a, button, summary') && Number(image.getAttribute('width')) >= 240);
  if (images.length && self.HTMLDialogElement) {
    const dialog = make('dialog', { class: 'zoomed' });
    const closer = make('button', { type: 'button', ...ours, 'aria-label': data.tClose || '' }, icon('close'));
    const large = make('img', { alt: '' }), view = make('div', { tabindex: '0', role: 'group' }, large);
    let least = 0;
    const fit = () => { large.width = Math.max(least, large.naturalWidth); };
    large.addEventListener('load', fit);
    dialog.append(closer, view);
    doc.body.append(dialog);
    dialog.addEventListener('click', () => dialog.close());
    dialog.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      view.scrollBy(step[0] * 80, step[1] * 80);
    });
    images.forEach((image) => {
      const label = [data.tZoom, image.alt].filter(Boolean).join(': ');
      const button = make('button', { type: 'button', class: 'zoom', 'aria-label': label });
      image.replaceWith(button);
      button.append(image);
      button.addEventListener('click', () => {
        least = 2 * image.clientWidth;
        large.src = image.src;
        large.alt = image.alt;
        fit();
        [dialog, view].forEach((one) => one.setAttribute('aria-label', image.alt || data.tZoom || ''));
        dialog.showModal();
        view.scrollTo(0, 0);
      });
    });
  }

  // Wide images scroll sideways, by keyboard, too, where they do.
  const wide = all('.body .wide');
  const focusable = () => wide.forEach((box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1, image = box.querySelector('img');
    const names = { tabindex: '0', role: 'group', 'aria-label': image.alt || data.tZoom || '' };
    for (const name in names) scrolls ? box.setAttribute(name, names[name]) : box.removeAttribute(name);
  });
  if (wide.length) {
    addEventListener('load', focusable);
    addEventListener('resize', focusable);
    focusable();
  }

  // "Did this answer your question?" in its place: the same pages, without leaving the article.

  all('form[data-feedback]').forEach((form) => {
    const box = form.parentNode, heading = box.querySelector('h2');
    const show = (html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      const part = page.querySelector('[data-part]');
      heading.textContent = page.querySelector('h1').textContent;
      heading.tabIndex = -1;
      all('[data-back]', part).forEach((link) => link.remove());
      box.replaceChildren(heading, doc.adoptNode(part));
      const next = part.querySelector('form'), opened = Date.now();
      (part.querySelector('.problems a') || heading).focus();
      if (!next) return say(part.textContent.trim());
      next.addEventListener('submit', (event) => {
        event.preventDefault();
        const body = new URLSearchParams(new FormData(next));
        all('button', next).forEach((button) => { button.disabled = true; });
        // The site takes forms from two seconds on.
        setTimeout(() => fetch(next.action, { method: 'POST', body }).then((answer) => answer.text()).then(show).catch(() => next.submit()),
          Math.max(0, opened + 2500 - Date.now()));
      });
    };

    form.addEventListener('submit', (event) => {
      if (!event.submitter || !self.DOMParser) return;
      event.preventDefault();
      const { value } = event.submitter, body = new URLSearchParams(new FormData(form));
      body.set('helpful', value);
      all('button', form).forEach((button) => { button.disabled = true; });
      fetch(form.action, { method: 'POST', body }).then((answer) => answer.text()).then(show).catch(() => {
        form.append(make('input', { type: 'hidden', name: 'helpful', value }));
        form.submit();
      });
    });
  });

  // A result opens at the words that its snippet marks, where browsers can; else, as its address says, at its section.

  if ('fragmentDirective' in doc) all('.hit').forEach((hit) => {
    const link = hit.querySelector('h2 a'), mark = hit.querySelector('.snippet mark');
    if (!link || !mark) return;
    const range = doc.createRange();
    range.setStart(mark, 0);
    range.setEndAfter(mark.parentNode.lastChild);
    const [words] = range.toString().match(/^[^.,;:!?\u2026\n]{1,60}(?![\p{L}\p{N}])/u) || [mark.textContent];
    link.href += (link.hash ? '' : '#') + ':~:text=' + encodeURIComponent(words.trim()).replace(/-/g, '%2D');
  });

  // Which way to reach us was chosen: some browsers send no pings by themselves.

  all('a[ping]').forEach((link) => {
    const url = link.getAttribute('ping');
    if (!navigator.sendBeacon) return;
    link.removeAttribute('ping');
    link.addEventListener('click', () => navigator.sendBeacon(url));
  });

  // A file over the limit is refused unread, and then browsers may show no page of ours; so it is said before.

  all('input[type=file][data-max]').forEach((input) => input.addEventListener('change', () => {
    const isLarge = [...input.files].some((file) => file.size > Number(input.dataset.max));
    input.setCustomValidity(isLarge ? input.dataset.tooLarge : '');
    if (isLarge) input.reportValidity();
  }));

  // The contents list follows the reader.

  const links = all('.toc-side a');
  if (links.length) {
    const byId = new Map(links.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = all('.body [id]').filter((element) => byId.has(element.id));
    let waiting = false;
    const follow = () => {
      waiting = false;
      const ended = scrollY > 0 && innerHeight + scrollY >= doc.documentElement.scrollHeight - 2;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
      const here = ended ? headings[headings.length - 1] : passed.pop() || headings[0];
      byId.forEach((link, id) => {
        if (here && id === here.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    };
    addEventListener('scroll', () => {
      if (!waiting) requestAnimationFrame(follow);
      waiting = true;
    }, { passive: true });
    requestAnimationFrame(follow);
  }
})();
