package org.weft.mail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A mail server that takes everything as fast as it comes, or somewhat slower, and knows what it took from whom. */
public final class SmtpSink implements AutoCloseable {

    /** @param client what the sending side called itself */
    public record Delivery(String client, String recipient, String messageId) {}

    private static final String ID_HEADER = "message-id:";

    private final ServerSocket socket;
    private final long delayMillis;
    private final ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    private volatile boolean keeping;
    private final ConcurrentLinkedQueue<byte[]> contents = new ConcurrentLinkedQueue<>();

    /** @param delayMillis what each message takes beyond its way here */
    public SmtpSink(long delayMillis) throws IOException {
        this.delayMillis = delayMillis;
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("smtp-sink").start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int count() {
        return count.get();
    }

    /** Of the contents, as they came over the line. */
    public long bytes() {
        return bytes.get();
    }

    public List<Delivery> deliveries() {
        return new ArrayList<>(deliveries);
    }

    /** From now on, or no more, what the messages say is kept. */
    public void keep(boolean contents) {
        keeping = contents;
    }

    /** What was kept: messages as they came over the line, without the line that ends them. */
    public List<byte[]> contents() {
        return new ArrayList<>(contents);
    }

    public void clear() {
        deliveries.clear();
        count.set(0);
        bytes.set(0);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name("smtp-sink-line").start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new Lines(client.getInputStream());
            var out = new BufferedOutputStream(client.getOutputStream());
            var name = "";
            var recipient = "";
            say(out, "220 sink ESMTP");
            for (var line = in.next(); line != null; line = in.next()) {
                var command = line.toLowerCase(Locale.ROOT);
                if (command.startsWith("ehlo ") || command.startsWith("helo ")) {
                    name = line.substring(5).strip();
                } else if (command.startsWith("rcpt to:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                } else if (command.equals("data")) {
                    say(out, "354 go on");
                    if (!take(in, name, recipient)) {
                        return;
                    }
                    say(out, "250 2.0.0 taken");
                    continue;
                } else if (command.equals("quit")) {
                    say(out, "221 bye");
                    return;
                }
                say(out, "250 ok");
            }
        } catch (IOException | InterruptedException e) {
            // The client is gone.
        }
    }

    /** @return false when the line broke before the message was whole */
    private boolean take(Lines in, String client, String recipient) throws IOException, InterruptedException {
        var id = "";
        var headers = true;
        var size = 0L;
        var content = keeping ? new StringBuilder() : null;
        for (var line = in.next(); line != null; line = in.next()) {
            if (line.equals(".")) {
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                if (content != null) {
                    contents.add(content.toString().getBytes(StandardCharsets.ISO_8859_1));
                }
                deliveries.add(new Delivery(client, recipient, id));
                bytes.addAndGet(size);
                count.incrementAndGet();
                return true;
            }
            size += line.length() + 2;
            if (content != null) {
                content.append(line).append("\r\n");
            }
            if (headers) {
                headers = !line.isEmpty();
                if (line.regionMatches(true, 0, ID_HEADER, 0, ID_HEADER.length())) {
                    id = line.substring(ID_HEADER.length()).strip();
                }
            }
        }
        return false;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Lines of bytes; a reader would decode what nobody looks at. */
    private static final class Lines {

        private final InputStream in;
        private final byte[] buffer = new byte[16_384];
        private int from;
        private int to;

        Lines(InputStream in) {
            this.in = in;
        }

        @Nullable String next() throws IOException {
            while (true) {
                for (var at = from; at < to; at++) {
                    if (buffer[at] == '\n') {
                        var end = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
                        var line = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
                        from = at + 1;
                        return line;
                    }
                }
                if (from > 0) {
                    System.arraycopy(buffer, from, buffer, 0, to - from);
                    to -= from;
                    from = 0;
                }
                if (to == buffer.length) {
                    throw new IOException("The line is too long");
                }
                var read = in.read(buffer, to, buffer.length - to);
                if (read < 0) {
                    return null;
                }
                to += read;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
