package org.weft.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that gives the answers a test wants: "421 busy" as greeting, "550 no such user" to one address. */
public class ScriptedSmtpServer implements AutoCloseable {

    /** Instead of an answer: nothing, on a line that stays open. */
    static final String SILENCE = "silence";

    /** Instead of an answer: the line is cut. */
    static final String RESET = "reset";

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final boolean tlsFirst;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile int messagesPerConnection = Integer.MAX_VALUE;
    private volatile IntConsumer beforeVerdict = number -> {};
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    public ScriptedSmtpServer() throws IOException {
        this(null, false);
    }

    /** @param first TLS from the first word; otherwise after STARTTLS, which has to be offered by an answer to ehlo */
    ScriptedSmtpServer(@Nullable SSLContext tls, boolean first) throws IOException {
        this.tls = tls;
        tlsFirst = first;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** How many were open at the same time. */
    int mostOpen() {
        return mostOpen.get();
    }

    /** Recipients of the messages that were taken, in order. */
    public List<String> accepted() {
        return accepted;
    }

    /**
     * @param command the start of a command line in lower case ({@code "rcpt to:<ada@"}), {@code "greeting"}, or
     *     {@code "."} for the end of any message, or {@code "data of ada@example.com"} for that of one
     */
    public ScriptedSmtpServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** As {@link #answer}, the next time only. */
    void answerOnce(String command, String answer) {
        once.put(command, answer);
    }

    /** Hangs up without a word after so many messages. */
    ScriptedSmtpServer closeAfter(int messages) {
        messagesPerConnection = messages;
        return this;
    }

    /** Runs between the end of a message and the server's answer; gets how many were taken, this one included. */
    ScriptedSmtpServer beforeVerdict(IntConsumer action) {
        beforeVerdict = action;
        return this;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            if (tls != null && tlsFirst) {
                try (var encrypted = encrypted(client)) {
                    converse(encrypted, true);
                }
            } else {
                converse(client, true);
            }
        } catch (IOException e) {
            // The client hung up, or does not trust this server.
        } finally {
            open.decrementAndGet();
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        var socket = (SSLSocket) Objects.requireNonNull(tls).getSocketFactory().createSocket(client, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void converse(Socket client, boolean greet) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            var messages = 0;
            if (greet && say(client, out, reply("greeting", "220 test ESMTP"))) {
                return;
            }
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toLowerCase(Locale.ROOT);
                if (command.startsWith("rcpt to:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (command.equals("starttls") && tls != null) {
                    say(client, out, "220 go on");
                    converse(encrypted(client), false);
                    return;
                }
                if (command.equals("data")) {
                    var answer = reply(command, "354 go on");
                    if (say(client, out, answer)) {
                        return;
                    }
                    if (!answer.startsWith("354")) {
                        continue;
                    }
                    while (!".".equals(in.readLine())) {
                        // The content is GreenMail's business.
                    }
                    var verdict = reply("data of " + recipient, reply(".", "250 2.0.0 taken as 4711"));
                    if (verdict.startsWith("250")) {
                        accepted.add(recipient);
                        beforeVerdict.accept(accepted.size());
                    }
                    if (say(client, out, verdict) || ++messages == messagesPerConnection) {
                        return;
                    }
                } else if (say(client, out, reply(command, command.equals("quit") ? "221 bye" : "250 ok"))) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private String reply(String command, String usual) {
        for (var planned : once.keySet()) {
            if (command.startsWith(planned)) {
                return Objects.requireNonNullElse(once.remove(planned), usual);
            }
        }
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    /** @return whether the conversation is over */
    private static boolean say(Socket client, PrintWriter out, String answer) throws IOException {
        if (answer.equals(RESET)) {
            client.setSoLinger(true, 0);
            return true;
        }
        if (answer.equals(SILENCE)) {
            // Until the client has had enough.
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        }
        out.print(answer + "\r\n");
        out.flush();
        return answer.startsWith("421") || answer.startsWith("221");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
