"""What gives away that somebody is not at this very machine, each sign by itself, for tests."""

FROM_ELSEWHERE = (
    {"HTTP_HOST": "network.example.org"},
    {"HTTP_HOST": "127.0.0.1.example.org"},
    {"HTTP_HOST": "localhost.example.org:8000"},
    {"HTTP_HOST": "192.0.2.7"},
    {"REMOTE_ADDR": "192.0.2.7"},
    {"REMOTE_ADDR": "::ffff:192.0.2.7"},
    {"REMOTE_ADDR": ""},
    {"SERVER_PROTOCOL": "HTTP/1.0"},
    *(
        {f"HTTP_{name}": value}
        for name, value in {
            "X_FORWARDED_FOR": "127.0.0.1",
            "X_FORWARDED_HOST": "127.0.0.1",
            "X_FORWARDED_PROTO": "https",
            "X_FORWARDED_PORT": "8000",
            "X_FORWARDED_SERVER": "127.0.0.1",
            "X_FORWARDED_PREFIX": "/",
            "X_FORWARDED": "for=127.0.0.1",
            "FORWARDED": "for=127.0.0.1",
            "FORWARDED_FOR": "127.0.0.1",
            "X_ORIGINAL_FORWARDED_FOR": "127.0.0.1",
            "X_ORIGINAL_HOST": "127.0.0.1",
            "X_REAL_IP": "127.0.0.1",
            "X_CLIENT_IP": "127.0.0.1",
            "X_CLUSTER_CLIENT_IP": "127.0.0.1",
            "CLIENT_IP": "127.0.0.1",
            "TRUE_CLIENT_IP": "127.0.0.1",
            "CF_CONNECTING_IP": "127.0.0.1",
            "CF_RAY": "8f2a",
            "CDN_LOOP": "cloudflare",
            "FASTLY_CLIENT_IP": "127.0.0.1",
            "X_ENVOY_EXTERNAL_ADDRESS": "127.0.0.1",
            "X_AMZN_TRACE_ID": "Root=1",
            "X_AZURE_CLIENTIP": "127.0.0.1",
            "X_APPENGINE_USER_IP": "127.0.0.1",
            "X_PROXYUSER_IP": "127.0.0.1",
            "PROXY_CONNECTION": "keep-alive",
            "VIA": "1.1 proxy",
        }.items()
    ),
)


def told(sign: dict[str, str]) -> str:
    """A name for the test of one sign."""
    return " ".join(f"{name.removeprefix('HTTP_').lower()}={value}" for name, value in sign.items())
