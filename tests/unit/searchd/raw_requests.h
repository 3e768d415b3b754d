// Requests as bytes: what must be refused, and what is unusual but right. Asked of the parser, and of the
// daemon over a socket.
#pragma once

#include <string>
#include <vector>

namespace searchd::raw {

using namespace std::string_literals;

inline const std::string kHost = "Host: a\r\n";
inline const std::string kGet = "GET / HTTP/1.1\r\n" + kHost;
inline const std::string kPost = "POST /en/feedback HTTP/1.1\r\n" + kHost;
inline const std::string kEnd = "\r\n";
inline const std::string kNext = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

inline std::string as(std::size_t count) { return std::string(count, 'a'); }

inline std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\n" + kHost + kEnd; }
inline std::string with(const std::string& header) { return kGet + header + "\r\n" + kEnd; }
inline std::string post_with(const std::string& headers, const std::string& body = "") {
  return kPost + headers + "\r\n" + kEnd + body;
}

inline std::string headers(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "x-" + std::to_string(i) + ": 1\r\n";
  return out;
}

struct Refused {
  std::string what;
  int status;
  std::string bytes;
};

// Every one of them closes the connection: nobody can know where the next request would begin.
inline const std::vector<Refused> kRefused{
    {"a lone line feed", 400, "\n"},
    {"two empty lines before the request", 400, "\r\n\r\n" + get("/")},
    {"a bare line feed before the request", 400, "\n" + get("/")},
    {"a bare carriage return before the request", 400, "\r" + get("/")},
    {"a TLS handshake", 400, "\x16\x03\x01\x02"s},
    {"a NUL first", 400, "\0"s},
    {"an SSH banner", 400, "SSH-2.0-OpenSSH_9.2\r\n"},
    {"the HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"HTTP/0.9", 400, "GET /\r\n"},
    {"only a method", 400, "GET\r\n"},
    {"only blanks", 400, "   \r\n"},
    {"no target", 400, "GET HTTP/1.1\r\n" + kHost + kEnd},
    {"an empty target", 400, "GET  HTTP/1.1\r\n" + kHost + kEnd},
    {"two blanks before the target", 400, "GET  / HTTP/1.1\r\n" + kHost + kEnd},
    {"two blanks before the version", 400, "GET /  HTTP/1.1\r\n" + kHost + kEnd},
    {"a blank in the target", 400, "GET /a b HTTP/1.1\r\n" + kHost + kEnd},
    {"a blank after the version", 400, "GET / HTTP/1.1 \r\n" + kHost + kEnd},
    {"a blank before the method", 400, " GET / HTTP/1.1\r\n" + kHost + kEnd},
    {"a tab for a blank", 400, "GET\t/ HTTP/1.1\r\n" + kHost + kEnd},
    {"a tab in the target", 400, get("/a\tb")},
    {"a NUL in the target", 400, get("/a\0b"s)},
    {"a form feed in the request line", 400, "GET\f/ HTTP/1.1\r\n" + kHost + kEnd},
    {"a DEL in the target", 400, get("/a\x7f")},
    {"bytes above ASCII in the target", 400, get("/caf\xc3\xa9")},
    {"a fragment in the target", 400, get("/a#b")},
    {"a bare CR in the target", 400, get("/a\rb")},
    {"a bare LF after the request line", 400, "GET / HTTP/1.1\n" + kHost + kEnd},
    {"a CR CR LF after the request line", 400, "GET / HTTP/1.1\r\r\n" + kHost + kEnd},
    {"a method that is no token", 400, "G@T / HTTP/1.1\r\n" + kHost + kEnd},
    {"a method with a colon", 400, "GET: / HTTP/1.1\r\n" + kHost + kEnd},
    {"a quoted method", 400, "\"GET\" / HTTP/1.1\r\n" + kHost + kEnd},
    {"a relative target", 400, get("en/orders")},
    {"an asterisk", 400, get("*")},
    {"OPTIONS for the server as a whole", 400, "OPTIONS * HTTP/1.1\r\n" + kHost + kEnd},
    {"CONNECT to an authority", 400, "CONNECT a:443 HTTP/1.1\r\n" + kHost + kEnd},
    {"an absolute target of another scheme", 400, get("ftp://a/")},
    {"an absolute target of a file", 400, get("file:///etc/passwd")},
    {"an absolute target without a host", 400, get("http:///path")},
    {"an absolute target with a user name", 400, get("http://user@a/")},
    {"an absolute target with a comma in the host", 400, get("http://a,b/")},
    {"a target with a backslash first", 400, get("\\a")},
    {"a target over 8 KiB", 414, get("/" + as(8192))},
    {"a request line without an end", 414, "GET /" + as(9000)},
    {"a method without an end", 414, as(9000)},
    {"HTTP/2.0", 505, "GET / HTTP/2.0\r\n" + kHost + kEnd},
    {"HTTP/1.2 without a Host", 400, "GET / HTTP/1.2\r\n" + kEnd},
    {"HTTP/0.9 spelled out", 505, "GET / HTTP/0.9\r\n" + kHost + kEnd},
    {"HTTP/1.10", 400, "GET / HTTP/1.10\r\n" + kHost + kEnd},
    {"HTTP/1", 400, "GET / HTTP/1\r\n" + kHost + kEnd},
    {"HTTP/ without a version", 400, "GET / HTTP/\r\n" + kHost + kEnd},
    {"a version in lower case", 400, "GET / http/1.1\r\n" + kHost + kEnd},
    {"a version with a comma", 400, "GET / HTTP/1,1\r\n" + kHost + kEnd},
    {"another protocol", 400, "GET / ICY/1.0\r\n" + kHost + kEnd},
    {"no Host", 400, "GET / HTTP/1.1\r\n" + kEnd},
    {"no Host, an absolute target", 400, "GET http://a/ HTTP/1.1\r\n" + kEnd},
    {"two Hosts", 400, with("Host: b")},
    {"the same Host twice", 400, with("Host: a")},
    {"two Hosts for HTTP/1.0", 400, "GET / HTTP/1.0\r\n" + kHost + kHost + kEnd},
    {"an empty Host", 400, "GET / HTTP/1.1\r\nHost:\r\n" + kEnd},
    {"a Host of blanks", 400, "GET / HTTP/1.1\r\nHost:   \r\n" + kEnd},
    {"a Host with a path", 400, "GET / HTTP/1.1\r\nHost: a/b\r\n" + kEnd},
    {"a Host with a user name", 400, "GET / HTTP/1.1\r\nHost: u@a\r\n" + kEnd},
    {"two hosts in one Host", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n" + kEnd},
    {"a blank in the Host", 400, "GET / HTTP/1.1\r\nHost: a b\r\n" + kEnd},
    {"a header without a colon", 400, with("nothing")},
    {"a header without a name", 400, with(": value")},
    {"a blank before the colon", 400, with("Accept : a")},
    {"a tab before the colon", 400, with("Accept\t: a")},
    {"a blank before the colon of Content-Length", 400, post_with("Content-Length : 5", "hello")},
    {"a blank in a name", 400, with("Acc ept: a")},
    {"a slash in a name", 400, with("a/b: c")},
    {"a bracket in a name", 400, with("a[b]: c")},
    {"bytes above ASCII in a name", 400, with("caf\xc3\xa9: a")},
    {"a NUL in a name", 400, with("a\0b: c"s)},
    {"a NUL in a value", 400, with("a: b\0c"s)},
    {"a bell in a value", 400, with("a: \x07"s)},
    {"an escape in a value", 400, with("a: \x1b[2J")},
    {"a DEL in a value", 400, with("a: \x7f")},
    {"a bare CR in a value", 400, with("a: b\rX-Forged: c")},
    {"a bare LF in a value", 400, with("a: b\nX-Forged: c")},
    {"a bare LF at the end of a header", 400, kGet + "a: b\n\r\n"},
    {"a bare LF at the end of the head", 400, kGet + "a: b\r\n\n"},
    {"a CR CR LF at the end of the head", 400, kGet + "\r\r\n"},
    {"a continued line", 400, with("a: b\r\n c")},
    {"a line continued with a tab", 400, with("a: b\r\n\tc")},
    {"a first header that begins with a blank", 400, "GET / HTTP/1.1\r\n Host: a\r\n" + kEnd},
    {"a continued line of blanks only", 400, with("a: b\r\n  ")},
    {"65 headers", 431, "GET / HTTP/1.1\r\n" + kHost + headers(64) + kEnd},
    {"a header line over 8 KiB", 431, with("a: " + as(9000))},
    {"a header line without an end", 431, kGet + "a: " + as(9000)},
    {"a header name without an end", 431, kGet + as(9000)},
    {"a head over 16 KiB", 431,
     kGet + "a: " + as(8000) + "\r\nb: " + as(8000) + "\r\nc: " + as(500) + "\r\n\r\n"},
    {"chunks", 411, post_with("Transfer-Encoding: chunked", "0\r\n\r\n")},
    {"chunks in capitals", 411, post_with("TRANSFER-ENCODING: CHUNKED", "0\r\n\r\n")},
    {"chunks of a GET", 411, with("Transfer-Encoding: chunked")},
    {"chunks of HTTP/1.0", 411, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"identity as a transfer encoding", 501, post_with("Transfer-Encoding: identity")},
    {"gzip as a transfer encoding", 501, post_with("Transfer-Encoding: gzip, chunked")},
    {"an unknown transfer encoding", 501, post_with("Transfer-Encoding: xchunked")},
    {"an empty transfer encoding", 501, post_with("Transfer-Encoding:")},
    {"a quoted transfer encoding", 501, post_with("Transfer-Encoding: \"chunked\"")},
    {"chunks and a length", 400, post_with("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n")},
    {"a length and chunks", 400, post_with("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n")},
    {"two lengths", 400, post_with("Content-Length: 5\r\nContent-Length: 6", "hello!")},
    {"the same length twice", 400, post_with("Content-Length: 5\r\nContent-Length: 5", "hello")},
    {"the same length twice in one header", 400, post_with("Content-Length: 5, 5", "hello")},
    {"an empty length", 400, post_with("Content-Length:")},
    {"a length with a plus", 400, post_with("Content-Length: +5", "hello")},
    {"a negative length", 400, post_with("Content-Length: -1")},
    {"a hexadecimal length", 400, post_with("Content-Length: 0x5", "hello")},
    {"a length with a fraction", 400, post_with("Content-Length: 5.0", "hello")},
    {"a length with letters", 400, post_with("Content-Length: 5a", "hello")},
    {"a length with a blank", 400, post_with("Content-Length: 1 5", "hello")},
    {"a quoted length", 400, post_with("Content-Length: \"5\"", "hello")},
    {"a length in other digits", 400, post_with("Content-Length: \xd9\xa5", "hello")},
    {"a body over 256 KiB", 413, post_with("Content-Length: 262145")},
    {"a length of 2^64 + 5", 413, post_with("Content-Length: 18446744073709551621", "hello")},
    {"a length of 2^63", 413, post_with("Content-Length: 9223372036854775808")},
    {"a length of 30 digits", 413, post_with("Content-Length: " + std::string(30, '9'))},
    {"a body of a GET", 400, kGet + "Content-Length: 5\r\n\r\nhello"},
    {"a request as the body of a GET", 400, kGet + "Content-Length: 37\r\n\r\n" + kNext},
    {"a body of a HEAD", 400, "HEAD / HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\n\r\nhello"},
    {"a compressed body", 415, post_with("Content-Encoding: gzip\r\nContent-Length: 5", "hello")},
    {"a compressed nothing", 415, post_with("Content-Encoding: br")},
    {"a content encoding of a GET", 415, with("Content-Encoding: identity")},
    {"an unknown expectation", 417, post_with("Expect: a-miracle\r\nContent-Length: 5", "hello")},
    {"an unknown expectation of a GET", 417, with("Expect: 200-ok")},
    {"an expectation with more to it", 417,
     post_with("Expect: 100-continue, a-miracle\r\nContent-Length: 5", "hello")},
};

struct Accepted {
  std::string what;
  bool keep_alive;
  std::string bytes;
  std::string method;
  std::string path;
  std::string query;
  std::string body;
};

inline const std::vector<Accepted> kAccepted{
    {"a plain GET", true, get("/en/orders"), "GET", "/en/orders", "", ""},
    {"an empty line first", true, "\r\n" + get("/"), "GET", "/", "", ""},
    {"a query", true, get("/en/search?q=a=b&page=2"), "GET", "/en/search", "q=a=b&page=2", ""},
    {"an empty query", true, get("/?"), "GET", "/", "", ""},
    {"a question mark in a query", true, get("/?a?b"), "GET", "/", "a?b", ""},
    {"a URL in a query", true, get("/?u=http://b/"), "GET", "/", "u=http://b/", ""},
    {"characters that browsers leave as they are", true, get("/a|b^{}\"<>`'\\?[x]"), "GET", "/a|b^{}\"<>`'\\",
     "[x]", ""},
    {"escapes, untouched", true, get("/%00%zz%0d%0a"), "GET", "/%00%zz%0d%0a", "", ""},
    {"two slashes first", true, get("//b/c"), "GET", "//b/c", "", ""},
    {"an absolute target", true, get("http://b:80/c?d"), "GET", "/c", "d", ""},
    {"an absolute target with TLS and in capitals", true, get("HTTPS://b/c"), "GET", "/c", "", ""},
    {"an absolute target without a path", true, get("http://b"), "GET", "/", "", ""},
    {"an absolute target with only a query", true, get("http://b?c"), "GET", "/", "c", ""},
    {"a target of 8 KiB", true, get("/" + as(8191)), "GET", "/" + as(8191), "", ""},
    {"64 headers", true, "GET / HTTP/1.1\r\n" + kHost + headers(63) + kEnd, "GET", "/", "", ""},
    {"a method we do not have", true, "BREW /pot HTTP/1.1\r\n" + kHost + kEnd, "BREW", "/pot", "", ""},
    {"a method in lower case", true, "get / HTTP/1.1\r\n" + kHost + kEnd, "get", "/", "", ""},
    {"an IPv6 Host", true, "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", "GET", "/", "", ""},
    {"blanks and tabs around a value", true, with("a: \t b\t "), "GET", "/", "", ""},
    {"an empty value", true, with("a:"), "GET", "/", "", ""},
    {"UTF-8 in a value", true, with("a: caf\xc3\xa9"), "GET", "/", "", ""},
    {"a body", true, post_with("Content-Length: 5", "hello"), "POST", "/en/feedback", "", "hello"},
    {"a body of any bytes", true, post_with("Content-Length: 4", "\0\r\n\n"s), "POST", "/en/feedback", "",
     "\0\r\n\n"s},
    {"a length with zeros first", true, post_with("Content-Length: 005", "hello"), "POST", "/en/feedback", "",
     "hello"},
    {"a body of 256 KiB", true, post_with("Content-Length: 262144", as(262144)), "POST", "/en/feedback", "",
     as(262144)},
    {"a POST without a length", true, kPost + kEnd, "POST", "/en/feedback", "", ""},
    {"a GET of length 0", true, with("Content-Length: 0"), "GET", "/", "", ""},
    {"a DELETE with a body", true, "DELETE / HTTP/1.1\r\n" + kHost + "Content-Length: 2\r\n\r\nhi", "DELETE",
     "/", "", "hi"},
    {"an expectation", true, post_with("Expect: 100-Continue\r\nContent-Length: 2", "hi"), "POST",
     "/en/feedback", "", "hi"},
    {"Connection: close", false, with("Connection: close"), "GET", "/", "", ""},
    {"Connection: CLOSE in a list", false, with("Connection: keep-alive , CLOSE"), "GET", "/", "", ""},
    {"two Connection headers", false, with("Connection: TE\r\nConnection: close"), "GET", "/", "", ""},
    {"Connection: upgrade", true, with("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c"), "GET", "/", "",
     ""},
    {"an option that only begins like close", true, with("Connection: closed"), "GET", "/", "", ""},
    {"HTTP/1.2, read as 1.1", true, "GET / HTTP/1.2\r\n" + kHost + kEnd, "GET", "/", "", ""},
    {"HTTP/1.9 that wants to go", false, "GET / HTTP/1.9\r\n" + kHost + "Connection: close\r\n\r\n", "GET",
     "/", "", ""},
    {"HTTP/1.0", false, "GET / HTTP/1.0\r\n\r\n", "GET", "/", "", ""},
    {"HTTP/1.0 that wants to stay", true, "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET", "/", "",
     ""},
    {"HTTP/1.0 that cannot decide", false, "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", "GET",
     "/", "", ""},
    {"HTTP/1.0 with an expectation", false,
     "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi", "POST", "/", "", "hi"},
};

}  // namespace searchd::raw
