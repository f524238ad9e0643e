package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.minqing.process.due.Screens;
import org.minqing.support.Api;
import org.minqing.support.Session;

/**
 * Somebody who works in the town.
 *
 * @param posts   codes of posts, at whatever unit
 * @param browser signed in once, for what is read as pages
 */
record Person(String user, Set<String> posts, Api api, Session browser, Screens screens) {

    static Person of(Api api, String user, String password, Set<String> posts) {
        var own = api.as(user, password);
        var browser = Session.of(api, user, password);
        return new Person(user, posts, own, browser, new Screens(own, browser));
    }

    boolean is(String post) {
        return posts.contains(post);
    }

    /** The tasks that he has or might take. */
    JsonNode tasks() {
        return api.get("/api/tasks").json();
    }

    boolean sees(String number) {
        return api.get("/api/appeals/" + number).status() == 200;
    }
}
