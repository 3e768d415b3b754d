// Every rule there is: its level with and without site.yaml, and what `check --explain` says of it.
#include <array>

#include "indexer/findings/finding.h"

namespace indexer {

namespace {

constexpr Level kOff = Level::off;
constexpr Level kWarn = Level::warning;
constexpr Level kError = Level::error;

// Sorted by name; find_rule() relies on it.
constexpr std::array kRules{
    Rule{"alias-hides-article", kWarn, kError,
         "An alias is the URL of an article that exists (or of a retired one), so it could never redirect. "
         "Remove the alias, or give one of the two another URL."},
    Rule{"alias-loop", kWarn, kError,
         "An alias is the article's own URL and would redirect to itself. Remove it."},
    Rule{"article-too-big", kWarn, kError,
         "An article may have 1 MiB. Nobody finds the answer in a longer one, so it is left out. Split it by "
         "question, "
         "or link the long part as a download.",
         true},
    Rule{"bad-url-scheme", kWarn, kError,
         "A link or image uses a scheme other than http, https, mailto or tel (javascript:, data:, file:, "
         "C:\\...). Such a link can run code in the reader's browser or leads nowhere on their machine, so "
         "it is left out and its text kept. Use a web address, or a relative path to a file in the content "
         "folder."},
    Rule{"category-to-nothing", kWarn, kWarn,
         "site.yaml names a category whose folder holds no article in any language. Correct its id, or "
         "remove it."},
    Rule{"config-key", kError, kError,
         "A key in site.yaml, synonyms.yaml, expectations.yaml or learned.yaml that Firstline does not know. "
         "Most often "
         "it is misspelt; the message names the nearest known key."},
    Rule{"config-syntax", kError, kError,
         "site.yaml, synonyms.yaml, expectations.yaml or learned.yaml cannot be read as YAML. Quote texts "
         "that contain "
         "': ' or begin with one of @ ` % & * ! [ {; anchors, aliases, tags and a second document are not "
         "accepted."},
    Rule{"config-value", kError, kError,
         "A value in site.yaml, synonyms.yaml, expectations.yaml or learned.yaml is of the wrong kind: a "
         "colour is "
         "#rrggbb, a time zone an IANA name such as Europe/Berlin, a time 09:00, a language en or pt-BR."},
    Rule{"duplicate-alias", kWarn, kError,
         "Two articles claim the same old URL; only one of them could be redirected to. Keep it in one."},
    Rule{"duplicate-anchor", kWarn, kWarn,
         "Two places of one page have the same id, so a link to it always leads to the first. The second "
         "id was changed or left out. Give one of them another name: `{#other-name}` at the end of a "
         "heading, or another `id` in raw HTML."},
    Rule{"duplicate-id", kWarn, kError,
         "Two files have the same id, which is the path in lower case with dashes: 'A b.md' and 'a-b.md', "
         "or index.md and README.md in one folder. Rename or merge one of them. Without site.yaml the "
         "first one is used."},
    Rule{"duplicate-key", kWarn, kError,
         "A YAML key is there twice. Only the first would count, so remove the one that is not meant."},
    Rule{"duplicate-url", kWarn, kError,
         "Two articles have the same URL through their slugs. Give one of them another slug. Without "
         "site.yaml the first one is used."},
    Rule{"empty-file", kWarn, kError,
         "The file holds nothing to publish. Write the article or remove the file."},
    Rule{"expectation", kError, kError,
         "A search does not find what expectations.yaml says it must. The message names the article that "
         "has the place, and both scores. Give the article a question or keyword in the customers' words, "
         "add a synonym, or ask less; `search INDEX QUERY --why ID` says where the scores come from. "
         "`build --force` publishes all the same."},
    Rule{
        "expectation-to-nothing", kError, kError,
        "expectations.yaml expects an article that does not exist, is not public or is unlisted. Correct the "
        "id: the path below the language, without .md."},
    Rule{"file-too-big", kWarn, kError,
         "Images and downloads may have 32 MiB each. Make the file smaller, or link it from where it is "
         "hosted."},
    Rule{"file-type", kWarn, kError,
         "A linked file of a kind that browsers run (HTML, scripts, style sheets) is not served beside "
         "articles. Write it as an article, or pack it into a zip."},
    Rule{"folder-too-deep", kWarn, kError,
         "A folder lies in more than 64 others. Nobody reads an address that long, and it is left out. Move "
         "it up."},
    Rule{
        "front-matter-place", kWarn, kWarn,
        "Blank lines or a comment stand before the front matter. It is read, but most other tools show it as "
        "text and publish drafts. Move it to line 1."},
    Rule{"front-matter-syntax", kWarn, kError,
         "The front matter cannot be read: not YAML between two --- lines, not a list of keys, too long "
         "(16 KiB), or with anchors or tags. Quote texts that contain ': ' or begin with one of @ ` % & * "
         "! [ {. Without site.yaml it is ignored, but an article whose front matter names draft, publish or "
         "expiry stays back until it can be read."},
    Rule{"front-matter-value", kWarn, kError,
         "A front matter key has a value of the wrong kind: dates are 2026-05-02, switches true or false, "
         "weights numbers. The key is ignored until it is corrected; where it decides whether the "
         "article is public, the article is not."},
    Rule{"git-dates", kWarn, kWarn,
         "Articles without `updated` take the date of their last commit, which needs git and the whole "
         "history: in GitHub Actions set fetch-depth: 0. Files' own times are never used, since a checkout "
         "changes them."},
    Rule{"html-not-allowed", kWarn, kWarn,
         "Raw HTML holds an element that pages must not contain. Scripts, styles, forms, frames, SVG and "
         "the like are dropped with what is inside them; of any other unknown element the tags are dropped "
         "and the text kept. Write it in Markdown, or use one of the elements listed in docs/writing.md."},
    Rule{"image-behind-link", kWarn, kWarn,
         "`fetch-images` writes nothing through a symbolic link. Where the link leads to an article of the "
         "folder, "
         "that one is changed, and its new addresses hold for the link only in the same folder. Otherwise "
         "replace "
         "the link by the file it leads to, and run it again."},
    Rule{"image-not-fetched", kError, kError,
         "`fetch-images` could not copy an image of another server: it is gone, too big, takes too long, is "
         "no whole PNG, JPEG, GIF, WebP or AVIF image, its host has no public address, or what it stands in "
         "is not "
         "known to show an image. The article still names the other server. Correct the address, or copy the "
         "image "
         "by hand."},
    Rule{
        "image-not-resized", kWarn, kWarn,
        "`images: {resize: true}` in site.yaml asks for smaller copies of images, but the program that makes "
        "them is missing, or cannot read this image within its limits. The image is served as it is. Install "
        "the package libvips-tools, or save the image again."},
    Rule{
        "kept-off-site", kWarn, kWarn,
        "The tool that builds this site has pages only for what its settings name: SUMMARY.md of GitBook and "
        "mdBook, collections of Jekyll with `output: true`. The rest is not published here either. Articles "
        "that docs.json of Mintlify does not name are found by their address only. Name them there, or, to "
        "publish all, name the file under `ignore:` in site.yaml."},
    Rule{"learned-to-nothing", kWarn, kWarn,
         "learned.yaml names an article that does not exist, is not public or is unlisted in that language, "
         "so the "
         "entry does nothing; or it vetoes what is not in the memory that the build was given. Correct the "
         "id or the query, or remove the entry."},
    Rule{"link-case", kWarn, kWarn,
         "A link differs from the file's name in upper and lower case. It works here, but not on GitHub or "
         "in most editors. Write it as the file is named."},
    Rule{"long-article", kWarn, kWarn,
         "An article of over 256 KiB is slow to load on a phone, and nobody finds the answer in it. Split it "
         "by "
         "question."},
    Rule{"markdown-limit", kWarn, kError,
         "The text would take unreasonably long or much memory to compile: nesting deeper than 100 levels, "
         "thousands of unclosed brackets or `<?` and `<!` openers, huge or many reference definitions, too "
         "many table cells, or a page over 4 MiB. Nobody reads such a page; it is usually generated or "
         "pasted by mistake. Split it, or remove what the message names.",
         true},
    Rule{"media-too-large", kWarn, kWarn,
         "A film or sound of over 16 MiB takes minutes on a phone, and costs its owner money. Shorten it, or "
         "encode it again: 720p and a low frame rate are enough to show how something is done. The limit is "
         "32 MiB."},
    Rule{"missing-anchor", kWarn, kError,
         "A link leads to a heading that is not there. Heading ids are made as GitHub makes them: lower "
         "case, punctuation dropped, blanks become dashes; {#id} behind a heading sets one."},
    Rule{"missing-file", kWarn, kError,
         "A linked file is not in the content folder. Add it or correct the path, which is relative to the "
         "article. Without site.yaml the link's text is kept."},
    Rule{"missing-image", kWarn, kError,
         "An image is not in the content folder. Add it or correct the path, which is relative to the "
         "article. Without site.yaml its alternative text is shown."},
    Rule{"missing-include", kWarn, kError,
         "A file that the text brings in (an include, a snippet, a reusable) cannot be: it is not in the "
         "content folder, is hidden or a draft, has no such part, includes itself, or the article brings "
         "in more than 100 files or 256 KiB. Nothing stands in its place. Correct the path, or write the "
         "text into the article."},
    Rule{"missing-link", kWarn, kError,
         "A link leads to an article that does not exist or is not public (draft, expired, retired). "
         "Correct the path, which is relative to the article. Without site.yaml the link's text is kept."},
    Rule{"missing-link-from-root", kWarn, kWarn,
         "A link that begins with / leads to no article and no file: not from the top of the content folder, "
         "not in "
         "static, public, assets or src, not below the page's language. It is kept, since it may be another "
         "page of "
         "the same server: name such pages under external_paths in site.yaml."},
    Rule{"navigation-syntax", kWarn, kWarn,
         "A file in which another tool keeps the order of articles (SUMMARY.md, mkdocs.yml, sidebars.js and "
         "such) cannot be read, or has entries that lead to no file. The articles stand as without it, or "
         "without these entries. Correct the file, or name it under `ignore:` in site.yaml."},
    Rule{"no-articles", kError, kError,
         "There is no article to publish: no .md file, or all are drafts or unlisted. An empty site is "
         "never published.",
         true},
    Rule{"no-captions", kWarn, kWarn,
         "A film without captions says nothing to people who cannot hear it, or watch it where it must be "
         "silent. Put them beside it as WebVTT: film.en.vtt for film.mp4, one for each language, or film.vtt "
         "in "
         "the article's. A film without speech has captions, too: they say what is done."},
    Rule{"no-language", kWarn, kWarn,
         "The file is in none of the language folders and is left out. Move it into one, or name it under "
         "`ignore:` in site.yaml."},
    Rule{"not-utf8", kWarn, kError,
         "Text must be UTF-8. Save the file as UTF-8 in your editor, or use iconv."},
    Rule{"notice-to-nothing", kError, kError,
         "A notice in site.yaml names an article or a category that does not exist, is not public or is "
         "unlisted."},
    Rule{"nul-byte", kWarn, kError, "The file holds a NUL byte, so it is not text. It may be damaged."},
    Rule{"pin-to-nothing", kError, kError,
         "A pin in site.yaml leads to an article that does not exist, is not public or is unlisted in that "
         "language."},
    Rule{"product-to-nothing", kWarn, kWarn,
         "site.yaml names a product that no article is about. Correct its id, or remove it."},
    Rule{"question-not-found", kOff, kWarn,
         "An article is not among the first three results of one of its own `questions`. Another article "
         "answers it better, or as well: move the question there, make the two articles differ, or merge "
         "them. `search INDEX QUERY --why ID` says where the scores come from."},
    Rule{
        "redirect-elsewhere", kWarn, kWarn,
        "`_redirects` or the settings of another tool redirect to another server, or to an address made of "
        "pieces of the old one (`:splat`). Firstline redirects old addresses of its articles only. Set these "
        "up in the server before it."},
    Rule{"remote-image", kWarn, kWarn,
         "Images of other servers are not shown, since they tell those servers who reads what; the image "
         "becomes a link. Name its host under `images:` in site.yaml if it is your own, or copy the image "
         "into the content folder, by hand or with `firstline-indexer fetch-images`."},
    Rule{
        "reserved-id", kWarn, kError,
        "search, contact, contact/chosen, contact/message, feedback, status and widget below a language are "
        "pages of Firstline's own. Rename the file or give the article another slug. Without site.yaml it is "
        "left out."},
    Rule{"review-overdue", kWarn, kWarn,
         "The date in review_by is past. Check that the article is still right, then move the date on."},
    Rule{"symlink-hidden", kWarn, kError,
         "A symbolic link leads to something that is not published itself: a dotfile, a file that `ignore` "
         "leaves "
         "out, or one of Firstline's own. It is not followed, so that a link cannot publish it. Copy the "
         "file."},
    Rule{"symlink-loop", kWarn, kError,
         "A symbolic link leads back to a folder it lies in, so following it would never end; or it takes "
         "such a detour that following it would last long. Remove it, or link to the file itself."},
    Rule{"symlink-outside", kWarn, kError,
         "A symbolic link leads out of the content folder. It is not followed, so that a content folder "
         "cannot publish what lies beside it. Copy the file in."},
    Rule{"table-too-wide", kWarn, kError,
         "A table has more than 100 columns. It cannot be read on any screen. Turn it on its side, split "
         "it, or offer it as a file to download.",
         true},
    Rule{"theme-contrast", kError, kError,
         "The style sheet that `theme` names sets colours in which people could not read text: it and what "
         "lies behind it must be 4.5 to 1 apart (WCAG 2.2, level AA), on light pages and on dark ones, since "
         "the pages follow the reader's system. Set the colour of text wherever you set what lies behind it, "
         "for a part such as the footer by `--ink`, `--ink-2`, `--ink-3` and `--link`, and those for dark "
         "pages in `@media (prefers-color-scheme: dark)`."},
    Rule{"theme-file", kError, kError,
         "A file that `theme` names cannot be used: an icon is a square PNG of 180 pixels or more, a share "
         "image no SVG, a style sheet a .css of 64 KiB at most whose blocks are closed, which brings nothing "
         "in (@import, other sites' files) and names files of the content folder by url(), relative to "
         "itself."},
    Rule{"translation-of-nothing", kOff, kOff,
         "An article exists in this language but not in the site's first one, so it is a translation of "
         "nothing. Often a misspelt file name: translations have the same path below their language."},
    Rule{"unclear-status", kWarn, kWarn,
         "The status of an article is a word on which other tools keep it back, such as archived or in "
         "review. "
         "Here draft, private, hidden and wip do, any other status is public. Write draft: true if the "
         "article "
         "is not for customers."},
    Rule{"unclosed-comment", kWarn, kError,
         "An HTML comment (`<!--`) is not closed by `-->` before its block ends, so everything after it on "
         "the page is hidden. In the middle of a paragraph or HTML block a comment must not contain an "
         "empty line: put `<!--` at the beginning of a line of its own, or close it before the empty line."},
    Rule{"undefined-reference", kWarn, kWarn,
         "`[text][name]` or a footnote `[^name]` stands in the text, but no line `[name]: ...` says where it "
         "leads, "
         "so readers see the brackets. Add the line, or correct the name."},
    Rule{"unknown-key", kWarn, kError,
         "A front matter key that Firstline does not know. Most often it is misspelt; the message names "
         "the nearest known key. Keys of your own begin with x-."},
    Rule{"unknown-product", kWarn, kError,
         "An article is about a product that site.yaml does not name. Most often it is misspelt; the message "
         "names the nearest known id. Name it by its id or by one of its names there."},
    Rule{"unknown-syntax", kWarn, kWarn,
         "The text uses the syntax of another tool (Liquid tags, MDX imports and components, wiki links, "
         "include files, DocFX or Docusaurus containers), which is not understood here and would show up "
         "as it is or be left out. The page stays readable. Replace it with Markdown: docs/writing.md "
         "lists what is understood."},
    Rule{"unread-format", kWarn, kWarn,
         "Files in another format than Markdown, such as reStructuredText or AsciiDoc, are no articles here. "
         "Convert them (pandoc can), or name them under `ignore:` in site.yaml. Nor are the drawings and "
         "boards that plugins of Obsidian keep in Markdown files."},
    Rule{"unreadable-file", kWarn, kError,
         "The file cannot be read. Check its permissions, and that it is a plain file."},
    Rule{"yaml-comment", kWarn, kWarn,
         "In YAML a # with a blank before it begins a comment, so `title: Ticket #5 is open` is the title "
         "'Ticket'. Put the text in quotes. If a comment is meant, write a blank behind its #."},
};

static_assert([] {
  for (std::size_t i = 1; i < kRules.size(); ++i) {
    if (kRules[i - 1].name >= kRules[i].name) return false;
  }
  return true;
}());

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

}  // namespace indexer
