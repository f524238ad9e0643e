package org.minqing.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Stands between Tomcat's connections and its container. A request reaches the container when all of its body is there and a
 * place in its {@link Lane} is free; until then it holds no thread. So whoever sends slowly waits for himself. Behind this,
 * every filter and servlet sees an ordinary request whose body never lets it wait.
 */
final class WholeRequests implements Adapter {

    /** Request attribute: the status (400, 408, 413 or 503) with which a request must be refused. */
    static final String REFUSAL = "org.minqing.server.refusal";

    private final Adapter container;
    private final TrafficProperties rules;
    private final Lanes lanes;
    private final Bodies bodies;

    WholeRequests(Adapter container, TrafficProperties rules, Lanes lanes, Bodies bodies) {
        this.container = container;
        this.rules = rules;
        this.lanes = lanes;
        this.bodies = bodies;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.requestURI().isNull()) {
            // Its first line could not be read, and it is refused already.
            container.service(request, response);
            return;
        }
        Replay.end(request);
        if (Arrival.of(request) != null) {
            gone(Arrival.of(request));
        }
        var lane = lanes.of(request);
        var body = bodies.of(request);
        var most = body.most();
        var declared = request.getContentLengthLong();
        if (declared > most + Arrival.READ_AWAY) {
            refuse(request, response, 413);
        } else if (request.isFinished() || declared > 0 && declared <= most && buffered(request) >= declared) {
            if (lane.enter()) {
                work(request, response, lane);
            } else {
                var arrival = park(request, lane, body, rules.turnWithin());
                arrival.here();
                if (lane.enterOrWait(arrival)) {
                    arrival.go();
                }
            }
        } else {
            var arrival = park(request, lane, body, body.within());
            if (request.hasExpectation() && declared <= most) {
                request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
            }
            arrival.read();
        }
    }

    private static Arrival park(Request request, Lane lane, Bodies.Rule body, Duration patience) {
        // Not more room than it says it needs.
        var declared = request.getContentLengthLong();
        var room = declared > 0 && declared < body.most() ? (int) declared : body.most();
        var arrival = new Arrival(request, lane, room, body.memory());
        request.action(ActionCode.ASYNC_START, arrival);
        request.action(ActionCode.ASYNC_SETTIMEOUT, patience.toMillis());
        return arrival;
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        var arrival = Arrival.of(request);
        if (arrival == null) {
            return container.asyncDispatch(request, response, event);
        }
        if (event == SocketEvent.ERROR || event == SocketEvent.DISCONNECT) {
            return gone(arrival);
        }
        if (event == SocketEvent.TIMEOUT) {
            tooLate(arrival);
        } else if (!is(request, ActionCode.ASYNC_IS_DISPATCHING)) {
            try {
                readOn(arrival);
            } catch (BadRequestException e) {
                arrival.refuse(400);
                arrival.answer();
            } catch (IOException e) {
                return gone(arrival);
            }
        }
        if (is(request, ActionCode.ASYNC_IS_DISPATCHING)) {
            request.action(ActionCode.ASYNC_DISPATCHED, null);
            arrival.end();
            deliver(arrival, response);
        }
        return true;
    }

    private void readOn(Arrival arrival) throws IOException {
        var request = arrival.request;
        request.setRequestThread();
        try {
            request.onDataAvailable();
            if (arrival.ready() && arrival.refusal() != 0) {
                arrival.answer();
            } else if (arrival.ready() && arrival.lane.enterOrWait(arrival)) {
                arrival.go();
            } else if (arrival.ready()) {
                var both = bodies.of(request).within().plus(rules.turnWithin());
                request.action(ActionCode.ASYNC_SETTIMEOUT, both.toMillis());
            }
        } finally {
            request.clearRequestThread();
        }
    }

    private static void tooLate(Arrival arrival) {
        if (arrival.lane.giveUp(arrival)) {
            arrival.refuse(503);
        } else if (arrival.ready()) {
            // Its turn has come this very moment.
            return;
        } else {
            arrival.refuse(408);
        }
        if (is(arrival.request, ActionCode.ASYNC_TIMEOUT)) {
            arrival.answer();
        }
    }

    /** Tomcat closes the connection, or has closed it. */
    private static boolean gone(Arrival arrival) {
        arrival.end();
        arrival.lane.giveUp(arrival);
        arrival.release();
        if (arrival.hadPlace()) {
            arrival.lane.leave();
        }
        return false;
    }

    private void deliver(Arrival arrival, Response response) throws Exception {
        var request = arrival.request;
        if (arrival.refusal() != 0) {
            if (arrival.hadPlace()) {
                arrival.lane.leave();
            }
            refuse(request, response, arrival.refusal());
            return;
        }
        try {
            if (arrival.whole()) {
                Replay.begin(request, arrival.body());
            }
            arrival.hadPlace();
            work(request, response, arrival.lane);
        } finally {
            Replay.end(request);
            arrival.release();
        }
    }

    private void work(Request request, Response response, Lane lane) throws Exception {
        try {
            container.service(request, response);
        } finally {
            lane.leave();
        }
    }

    private void refuse(Request request, Response response, int status) throws Exception {
        request.setAttribute(REFUSAL, status);
        Replay.begin(request, ByteBuffer.allocate(0));
        try {
            container.service(request, response);
        } finally {
            Replay.end(request);
            // Or Tomcat would read the rest, and wait for it.
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** How much of the body came together with the head. */
    private static int buffered(Request request) {
        request.action(ActionCode.AVAILABLE, false);
        return request.getAvailable();
    }

    private static boolean is(Request request, ActionCode question) {
        var answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }
}
