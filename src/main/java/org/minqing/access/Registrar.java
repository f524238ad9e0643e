package org.minqing.access;

import java.util.List;
import org.minqing.organisation.Channel;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.organisation.Unit;

/**
 * Somebody who may take appeals down for residents.
 *
 * @param as       the post in which he does
 * @param places   where they may have happened, each unit before those below it
 * @param channels in which they reach him, the likeliest first
 */
public record Registrar(Holding as, Locality locality, List<Unit> places, List<Channel> channels) {

    /** Whether he takes down whatever comes to his desk, from anywhere. */
    public boolean atDesk() {
        return as.post().role() == Role.REGISTRAR;
    }

    public boolean covers(String unit) {
        return places.stream().anyMatch(place -> place.code().equals(unit));
    }

    public boolean takes(String channel) {
        return channels.stream().anyMatch(one -> one.code().equals(channel));
    }
}
