package org.weft.base;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address people use, {@code weft.address}: what the links in every mail start with. One that no link can start with
 * keeps the portal from starting, as it would keep every mail from being written.
 */
@Component
public class PortalAddress {

    /** What a header of a mail can hold, with room for the path of a link. */
    private static final Pattern USABLE = Pattern.compile("https?://[!-;=?-~]{1,300}");

    private final String base;

    PortalAddress(@Value("${weft.address}") String address) {
        if (!isUsable(address)) {
            throw new IllegalStateException(
                    "weft.address (WEFT_ADDRESS) is no address links can start with: \"" + address
                            + "\". It has to be like https://weft.example.com, a host in plain ASCII without an underscore,"
                            + " with neither a user, a query nor a fragment");
        }
        base = address.replaceAll("/+$", "");
    }

    private static boolean isUsable(String address) {
        try {
            var uri = new URI(address);
            return USABLE.matcher(address).matches()
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException unusable) {
            return false;
        }
    }

    /** The full address of a page, by its path without a leading slash. */
    public String link(String path) {
        return base + "/" + path;
    }
}
