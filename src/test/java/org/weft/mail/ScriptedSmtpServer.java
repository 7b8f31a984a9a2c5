package org.weft.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that gives the answers a test wants: "421 busy" as greeting, "550 no such user" to one address. */
public class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    public ScriptedSmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** Recipients of the messages that were taken, in order. */
    public List<String> accepted() {
        return accepted;
    }

    /**
     * @param command the start of a command line in lower case ({@code "rcpt to:<ada@"}), {@code "greeting"}, or
     *     {@code "."} for the end of a message
     */
    public ScriptedSmtpServer answer(String command, String answer) {
        answers.put(command, answer);
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
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            if (say(out, reply("greeting", "220 test ESMTP"))) {
                return;
            }
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toLowerCase(Locale.ROOT);
                if (command.startsWith("rcpt to:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (command.equals("data")) {
                    var answer = reply(command, "354 go on");
                    if (say(out, answer)) {
                        return;
                    }
                    if (!answer.startsWith("354")) {
                        continue;
                    }
                    while (!".".equals(in.readLine())) {
                        // The content is GreenMail's business.
                    }
                    var verdict = reply(".", "250 2.0.0 taken as 4711");
                    if (verdict.startsWith("250")) {
                        accepted.add(recipient);
                    }
                    if (say(out, verdict)) {
                        return;
                    }
                } else if (say(out, reply(command, command.equals("quit") ? "221 bye" : "250 ok"))) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private String reply(String command, String usual) {
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    /** @return whether the conversation is over */
    private static boolean say(PrintWriter out, String answer) {
        out.print(answer + "\r\n");
        out.flush();
        return answer.startsWith("421") || answer.startsWith("221");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
