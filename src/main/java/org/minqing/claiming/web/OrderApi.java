package org.minqing.claiming.web;

import java.util.List;
import java.util.Map;
import org.minqing.claiming.Claiming;
import org.minqing.claiming.OrderLine;
import org.minqing.claiming.OrderLists;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a leader or volunteer may claim and what he does with it, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class OrderApi {

    private final Claiming claiming;
    private final OrderLists lists;

    OrderApi(Claiming claiming, OrderLists lists) {
        this.claiming = claiming;
        this.lists = lists;
    }

    @GetMapping("/api/orders")
    List<OrderLine> list(@AuthenticationPrincipal StaffMember person) {
        return lists.of(person);
    }

    @PostMapping("/api/appeals/{number}/order")
    Map<String, String> act(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"action", "reason"}) Sent sent) {
        var action = sent.words("action");
        claiming.act(person, number, action, sent.words("reason"));
        return Map.of("done", action, "number", number);
    }
}
