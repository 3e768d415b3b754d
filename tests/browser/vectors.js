// Attempts to get a script, a frame or a request into a page, as Markdown and as raw HTML. `MARK` becomes a script that
// would leave a mark, and `EVIL` an address of another site.

// Elements that run something by themselves, or as soon as they are shown.
const handlers = [
  '<img src=x onerror=MARK>', '<img src="x" onerror="MARK">', "<img src='x' onerror='MARK'>", '<IMG SRC=x ONERROR=MARK>',
  '<img/src=x/onerror=MARK>', '<img src=x onerror\n=\nMARK>', '<img src=x onerror\t=\tMARK>', '<img src=x\fonerror=MARK>',
  '<img src=x o&#110;error=MARK>', '<img src=x onerror=&#119;indow.pwned=1>', '<img src=`x` onerror=MARK>', '<img onerror=MARK src>',
  '<img src=x onerror=MARK//', '<img src="x" "onerror=MARK">', '<img """><img src=x onerror=MARK>', '<img src=x onload=MARK onerror=MARK>',
  '<svg onload=MARK>', '<svg/onload=MARK>', '<svg><g onload=MARK></g></svg>', '<svg><script>MARK</script></svg>', '<svg><script href="EVIL"></script></svg>',
  '<svg><animate onbegin=MARK attributeName=x dur=1s>', '<svg><set onbegin=MARK attributeName=x>', '<svg><a xlink:href="javascript:MARK"><text y=20>x</text></a></svg>',
  '<svg><animate xlink:href=#l attributeName=href values=javascript:MARK /><a id=l><text y=20>x</text></a></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>MARK</script>"></iframe></foreignObject></svg>', '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>MARK</script></svg>#x"></use></svg>',
  '<svg><style>@import "EVIL";</style></svg>', '<svg><image href="EVIL/x.png"/></svg>',
  '<body onload=MARK>', '<body onpageshow=MARK>', '<html onmousemove=MARK>', '<frameset onload=MARK>',
  '<input autofocus onfocus=MARK>', '<select autofocus onfocus=MARK>', '<textarea autofocus onfocus=MARK>', '<button autofocus onfocus=MARK>x</button>',
  '<a href=# autofocus onfocus=MARK>x</a>', '<div tabindex=1 autofocus onfocus=MARK>x</div>', '<div contenteditable autofocus onfocus=MARK>x</div>',
  '<details open ontoggle=MARK>x</details>', '<details open><summary onfocus=MARK autofocus>x</summary></details>', '<video src=x onerror=MARK>',
  '<video><source onerror=MARK></video>', '<audio src=x onerror=MARK>', '<video poster=javascript:MARK>', '<video autoplay onloadstart=MARK><source src=x></video>',
  '<marquee onstart=MARK>x</marquee>', '<div style="animation:x 1s" onanimationstart=MARK>x</div>', '<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart=MARK>x</p>',
  '<p style="transition:all 1s" ontransitionend=MARK>x</p>', '<div popover id=p onbeforetoggle=MARK>x</div><button popovertarget=p>y</button>', '<dialog open onclose=MARK>x</dialog>',
  '<meter onmouseover=MARK>0</meter>', '<keygen autofocus onfocus=MARK>', '<isindex type=image src=x onerror=MARK>', '<xss id=x tabindex=1 onfocusin=MARK>x</xss>',
];

// Elements that must not be there at all.
const elements = [
  '<script>MARK</script>', '<SCRIPT>MARK</SCRIPT>', '<script src="EVIL/x.js"></script>', '<script src="//evil.example/x.js"></script>', '<script/src=EVIL>',
  '<scr<script>ipt>MARK</scr</script>ipt>', '<script\n>MARK</script\n>', '<script>MARK', '<script type=module>MARK</script>', '<script type="text/x-template"><img src=x onerror=MARK></script>',
  '</p><script>MARK</script>', '</article></main><script>MARK</script>', '</textarea><script>MARK</script>', '</title><script>MARK</script>', '--><script>MARK</script>',
  '<!--><script>MARK</script>-->', '<!-- --!><script>MARK</script> -->', '<!--[if gte IE 4]><script>MARK</script><![endif]-->', '<![CDATA[<script>MARK</script>]]>', '<?php echo 1 ?><script>MARK</script>',
  '<iframe src="javascript:MARK"></iframe>', '<iframe srcdoc="<script>parent.MARK</script>"></iframe>', '<iframe src="EVIL"></iframe>', '<iframe src="data:text/html,<script>parent.MARK</script>">',
  '<object data="javascript:MARK"></object>', '<object data="EVIL"></object>', '<embed src="javascript:MARK">', '<embed src="EVIL">', '<applet code=x>', '<portal src="EVIL">', '<fencedframe src="EVIL">',
  '<base href="EVIL/">', '<base href="javascript:MARK//">', '<link rel=stylesheet href="EVIL/x.css">', '<link rel=preload as=script href="EVIL">', '<link rel=prefetch href="EVIL">', '<link rel=import href="EVIL">',
  '<meta http-equiv=refresh content="0;url=EVIL">', '<meta http-equiv=refresh content="0;javascript:MARK">', '<meta http-equiv=set-cookie content="a=1">', '<meta name=referrer content=unsafe-url>',
  '<style>@import "EVIL/x.css";</style>', '<style>body{background:url(EVIL/x.png)}</style>', '<style><img src="</style><img src=x onerror=MARK>"></style>', '<p style="background:url(EVIL/x.png)">x</p>', '<p style="position:fixed;inset:0">x</p>',
  '<form action="EVIL"><input name=q><button>x</button></form>', '<form action="javascript:MARK"><button>x</button></form>', '<button formaction="javascript:MARK">x</button>', '<input type=image src=x onerror=MARK>', '<form id=x></form><button form=x formaction=EVIL>x</button>',
  '<table background="EVIL/x.png"><tr><td>x</td></tr></table>', '<td background="EVIL/x.png">x</td>', '<img src="EVIL/x.png">', '<img srcset="EVIL/x.png 2x">', '<picture><source srcset="EVIL/x.png"><img></picture>', '<img src="x" usemap="#m"><map name=m><area href="javascript:MARK"></map>',
  '<audio src="EVIL/x.mp3" autoplay></audio>', '<video src="EVIL/x.mp4" poster="EVIL/x.png"></video>', '<track src="EVIL">', '<bgsound src="EVIL">', '<image src="EVIL/x.png">', '<frame src="EVIL">', '<layer src="EVIL">', '<xml src="EVIL" id=x>',
];

// What becomes dangerous only when it is parsed a second time.
const mutations = [
  '<noscript><p title="</noscript><img src=x onerror=MARK>"></noscript>', '<noembed><img title="</noembed><img src=x onerror=MARK>"></noembed>', '<noframes><p title="</noframes><img src=x onerror=MARK>">',
  '<xmp><p title="</xmp><img src=x onerror=MARK>"></xmp>', '<textarea><p title="</textarea><img src=x onerror=MARK>">', '<title><p title="</title><img src=x onerror=MARK>">', '<listing>&lt;img src=x onerror=MARK&gt;</listing>', '<plaintext><img src=x onerror=MARK>',
  '<math><mtext><table><mglyph><style><img src=x onerror=MARK></style></mglyph></table></mtext></math>', '<math><mi//xlink:href="data:x,<script>MARK</script>">', '<math href="javascript:MARK">x</math>', '<math><annotation-xml encoding="text/html"><img src=x onerror=MARK></annotation-xml></math>',
  '<svg><title><style><img src=x onerror=MARK></style></title></svg>', '<svg></p><style><a id="</style><img src=x onerror=MARK>">', '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=MARK>', '<template><img src=x onerror=MARK></template>',
  '<template shadowrootmode=open><img src=x onerror=MARK></template>', '<select><template><style><!--</style><a rel="--></style></template></select><img id=x src=x onerror=MARK>">', '<p id="<img src=x onerror=MARK>">x</p>', '<a title="&quot; onmouseover=&quot;MARK">x</a>', '<b title=\'"><img src=x onerror=MARK>\'>x</b>',
  '<img alt="`><img src=x onerror=MARK>">', '<p class="x&#34; onclick=&#34;MARK">x</p>', '<div id=body></div><div id=documentElement></div>', '<a id=data><a id=data name=suggest href="EVIL">x</a></a>', '<img name=body><form name=head><input name=append></form>', '<a id=location href="javascript:MARK">x</a>',
];

// Addresses, in every place where Markdown takes one.
const addresses = [
  'javascript:MARK', 'JaVaScRiPt:MARK', 'javascript&colon;MARK', 'javascript&#58;MARK', '&#106;avascript:MARK', '&#x6A;avascript:MARK', 'java&#10;script:MARK', 'java&Tab;script:MARK', '&#1;javascript:MARK', 'javascript://%0aMARK', 'javascript:/*--></script>*/MARK',
  'vbscript:MARK', 'data:text/html,<script>MARK</script>', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'data:image/svg+xml,<svg onload=MARK>', 'blob:EVIL', 'file:///etc/passwd', 'intent:EVIL', 'view-source:EVIL', 'filesystem:EVIL', '\\javascript:MARK', 'javascript\\:MARK', 'feed:javascript:MARK', 'x-javascript:MARK',
];

const markdown = [
  '![x](EVIL/x.png)', '![x](//evil.example/x.png)', '![x](data:image/svg+xml,<svg/onload=MARK>)', '![x"onerror="MARK](x)', '![x](x "\\" onerror=MARK")', '[x](<javascript:MARK>)', '[x](/ok "\\"onmouseover=\\"MARK")', '[x]: javascript:MARK\n\n[x]',
  '[![x](javascript:MARK)](javascript:MARK)', '<javascript:MARK>', '<EVIL/<script>MARK</script>>', '```"><script>MARK</script>\ncode\n```', '~~~ <img src=x onerror=MARK>\ncode\n~~~', '## x {#"><img/src=x/onerror=MARK>}', '## <img src=x onerror=MARK>', '## x {#x onclick=MARK}',
  '> [!NOTE] <img src=x onerror=MARK>\n> x', ':::note[<img src=x onerror=MARK>]\nx\n:::', ':::"><script>MARK</script>\nx\n:::', '| <img src=x onerror=MARK> |\n|:-:|\n| <script>MARK</script> |', '[^x]\n\n[^x]: <img src=x onerror=MARK>', '[^"><img/src=x/onerror=MARK>]\n\n[^"><img/src=x/onerror=MARK>]: x',
  '- [x] <img src=x onerror=MARK>', '&lt;script&gt;MARK&lt;/script&gt;', '`<script>MARK</script>`', '    <script>MARK</script>', '<<script>script>MARK</script>', '*<script>*MARK*</script>*', 'www.evil.example/"onmouseover="MARK', '\u202e<script>MARK</script>\u202c', '\ufeff<script>MARK</script>', '＜script＞MARK＜/script＞',
  '{{constructor.constructor("MARK")()}}', '{{{body_html}}}', '${MARK}', '<% MARK %>', '{% raw %}<script>MARK</script>{% endraw %}', '\'"><script>MARK</script>', '"autofocus onfocus="MARK', '</script><script>MARK</script>', "';MARK;//", '\\";MARK;//', 'x" onfocus=MARK autofocus x="', '%3Cscript%3EMARK%3C/script%3E',
];

const places = [(address) => `[x](${address})`, (address) => `<a href="${address}">x</a>`];

export const vectors = [...handlers, ...elements, ...mutations, ...markdown, ...addresses.flatMap((address) => places.map((place) => place(address)))]
  .map((vector) => vector.replaceAll('MARK', 'window.pwned=1').replaceAll('EVIL', 'https://evil.example'));
