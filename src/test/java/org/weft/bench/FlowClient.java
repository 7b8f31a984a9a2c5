package org.weft.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One browser, as the server sees it: signs in with the form, opens a page, and sends what Vaadin's client sends when
 * somebody scrolls, follows a link or goes to an address. It draws nothing, so that many fit into one machine.
 */
final class FlowClient {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern CSRF_BACKWARDS = Pattern.compile("content=\"([^\"]+)\" name=\"_csrf\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern GRID = Pattern.compile(
            "\\{\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"vaadin-grid\"}");
    private static final Pattern UPDATE =
            Pattern.compile("\\[\\{\"@v-node\":(\\d+)},(\\d+),\"return \\$0\\.\\$connector\\.confirm\\(\\$1\\)\"]");
    private static final Pattern SIZE =
            Pattern.compile(",(\\d+),\"return \\$0\\.\\$connector\\.updateSize\\(\\$1\\)\"]");
    private static final Pattern PERSON = Pattern.compile("\"progress\\?[^\"]*person=(\\d+)");

    private final HttpClient http;
    private final String address;
    private @Nullable String session;
    private String ui = "";
    private String key = "";
    private String grid = "";
    private int syncId;
    private int clientId;
    private int promise;
    private int size;

    /** An answer of the server, as it came. */
    record Answer(String text) {

        int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        /** The persons whose rows it has. */
        List<Long> persons() {
            var ids = new ArrayList<Long>();
            var found = PERSON.matcher(text);
            while (found.find()) {
                var id = Long.valueOf(found.group(1));
                if (ids.isEmpty() || !ids.getLast().equals(id)) {
                    ids.add(id);
                }
            }
            return ids;
        }
    }

    FlowClient(HttpClient http, int port) {
        this.http = http;
        address = "http://127.0.0.1:" + port + "/";
    }

    static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    void signIn(String username, String password) throws IOException, InterruptedException {
        var page = send(request("login").GET());
        var token = first(page.body(), CSRF, CSRF_BACKWARDS);
        var form = "_csrf=%s&username=%s&password=%s".formatted(encoded(token), encoded(username), encoded(password));
        var answer = send(request("login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var goesTo = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || goesTo.contains("login")) {
            throw new IOException(username + " did not get in: " + answer.statusCode() + " " + goesTo);
        }
    }

    /** A new page in a new tab: the answer that has its content. */
    Answer open(String route, String query) throws IOException, InterruptedException {
        var started = send(request("?v-r=init&location=" + encoded(route) + "&query=" + encoded(query)
                        + "&v-sh=900&v-sw=1400&v-wh=900&v-ww=1400&v-bh=900&v-bw=1400&v-tzo=0&v-dstd=0&v-rtzo=0"
                        + "&v-dston=false&v-tzid=UTC&v-wn=bench&v-td=false&v-pr=1")
                .GET());
        expect(started, 200);
        ui = first(started.body(), UI);
        key = first(started.body(), KEY);
        syncId = 0;
        clientId = 0;
        promise = 0;
        var answer = navigate(route, query);
        grid = first(answer.text(), GRID);
        return answer;
    }

    /** Follows a link within the page. */
    Answer navigate(String route, String query) throws IOException, InterruptedException {
        return call("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s","appShellTitle":"",\
                "historyState":{"idx":0},"trigger":"link"}}""".formatted(route, query));
    }

    /** How many rows the grid has, as the server said last. */
    int size() {
        return size;
    }

    /** The grid asks for rows. */
    Answer scroll(int first, int count) throws IOException, InterruptedException {
        return call(method(grid, "setViewportRange", first + "," + count));
    }

    private Answer call(String rpc) throws IOException, InterruptedException {
        var answer = send(rpc);
        var sizes = SIZE.matcher(answer.text());
        while (sizes.find()) {
            size = Integer.parseInt(sizes.group(1));
        }
        // As the browser does once it has drawn the rows, so that the server forgets those that are gone.
        var update = UPDATE.matcher(answer.text());
        if (update.find()) {
            send(method(update.group(1), "confirmUpdate", update.group(2)));
        }
        return answer;
    }

    private String method(String node, String name, String arguments) {
        return """
                {"type":"publishedEventHandler","node":%s,"templateEventMethodName":"%s",\
                "templateEventMethodArgs":[%s],"promise":%d}""".formatted(node, name, arguments, promise++);
    }

    private Answer send(String rpc) throws IOException, InterruptedException {
        var body = "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                .formatted(key, rpc, syncId, clientId);
        var response = send(request("?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
        expect(response, 200);
        var text = response.body();
        var last = SYNC.matcher(text);
        if (!last.find(Math.max(0, text.length() - 60)) || text.contains("\"appError\"")) {
            throw new IOException("Not an answer to go on with: " + text.substring(0, Math.min(400, text.length())));
        }
        syncId = Integer.parseInt(last.group(1));
        clientId++;
        return new Answer(text);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        return session == null ? request : request.header("Cookie", "JSESSIONID=" + session);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            if (cookie.startsWith("JSESSIONID=")) {
                session = cookie.substring("JSESSIONID=".length(), cookie.indexOf(';'));
            }
        }
        return response;
    }

    private static void expect(HttpResponse<String> response, int status) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.uri() + " answered " + response.statusCode());
        }
    }

    private static String first(String text, Pattern... patterns) {
        for (var pattern : patterns) {
            var found = pattern.matcher(text);
            if (found.find()) {
                return found.group(1);
            }
        }
        return "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
