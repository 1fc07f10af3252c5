/**
 * A certificate for `localhost` that nobody has signed, and its key: for tests of what is refused. Made by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost`.
 */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWNpj/tntWmJ9aXZw
zq5oB6SXodV9Yj7gY4vJr1ClHMahRANCAARz1BbkecpwOFjjE0d8X++ZeXyqh/0w
NQCy4NeW5qYEyalO1O2D/aWr+p2CuIAd27Im4pDFQXDC2MbTC7w57Nw8
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUSctPIP241GlTKjRRDZrZqpMqu/IwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODA3MjYxNVoYDzIxMjYxMTA0
MDcyNjE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARz1BbkecpwOFjjE0d8X++ZeXyqh/0wNQCy4NeW5qYEyalO1O2D/aWr
+p2CuIAd27Im4pDFQXDC2MbTC7w57Nw8o1MwUTAdBgNVHQ4EFgQUKidB9dlxQrS4
iN5D4hE1dnfIcwIwHwYDVR0jBBgwFoAUKidB9dlxQrS4iN5D4hE1dnfIcwIwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqv/tMcLRZjdpQ0LPbzym
6IWlpx0Biz63eq9JGiZjyGwCIQChqPQuvieSXrWAjVrUTiErBCYP/j1L3o3hSNX7
L0lJSA==
-----END CERTIFICATE-----
`,
};
