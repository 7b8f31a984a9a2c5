package org.weft.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test, and what it signs. Made by the keytool of the JDK, as nothing else there can. */
final class TestCertificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    TestCertificates(Path folder) {
        this.folder = folder;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Test CA",
                "-ext",
                "bc:c",
                "-validity",
                "3650",
                "-startdate",
                "-30d",
                "-keystore",
                file("ca.p12"));
        keytool("-exportcert", "-alias", "ca", "-keystore", file("ca.p12"), "-file", file("ca.crt"));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", file("trust.p12"), "-file", file("ca.crt"));
    }

    /** What trusts this authority. */
    KeyStore trust() {
        return load("trust.p12");
    }

    /**
     * A server with a certificate of this authority.
     *
     * @param name such as {@code dns:localhost} or {@code ip:127.0.0.1}
     * @param from when it begins, such as {@code -10d}
     */
    SSLContext server(String name, String from, int days) {
        var own = "server" + name.hashCode() + from + ".p12";
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=Mail", "-keystore", file(own));
        keytool("-certreq", "-alias", "own", "-keystore", file(own), "-file", file("own.csr"));
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                file("ca.p12"),
                "-infile",
                file("own.csr"),
                "-outfile",
                file("own.crt"),
                "-ext",
                "san=" + name,
                "-startdate",
                from,
                "-validity",
                String.valueOf(days));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", file(own), "-file", file("ca.crt"));
        keytool("-importcert", "-noprompt", "-alias", "own", "-keystore", file(own), "-file", file("own.crt"));
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(own), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private KeyStore load(String name) {
        try {
            return KeyStore.getInstance(folder.resolve(name).toFile(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            var log = folder.resolve("keytool.log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
