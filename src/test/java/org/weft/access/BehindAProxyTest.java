package org.weft.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.weft.testing.PortalTest;

/** Behind a proxy everybody comes from one address, unless the server is told to believe what the proxy says. */
@PortalTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class BehindAProxyTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Test
    void whoGuessesIsHeldBackByTheAddressTheProxyNames() throws Exception {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn("203.0.113.7")).endsWith("/login?error");
        }
        assertThat(signIn("203.0.113.7")).contains("/login?wait=");
        assertThat(signIn("203.0.113.8"))
                .as("somebody else behind the same proxy")
                .endsWith("/login?error");
    }

    /** A wrong password, by way of a proxy on this machine. @return where the browser is sent */
    private String signIn(String from) throws Exception {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = browser.send(request("/login", from).build(), BodyHandlers.ofString())
                    .body();
            var token = TOKEN.matcher(page);
            assertThat(token.find()).isTrue();
            var answer = browser.send(
                    request("/login", from)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=ada&password=wrong&_csrf=" + token.group(1)))
                            .build(),
                    BodyHandlers.discarding());
            return answer.headers().firstValue("Location").orElse("");
        }
    }

    private HttpRequest.Builder request(String path, String from) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", from);
    }
}
