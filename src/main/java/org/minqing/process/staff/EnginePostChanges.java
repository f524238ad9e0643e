package org.minqing.process.staff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.minqing.access.PostChanges;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Locality;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** Reads the engine's log of what people did, in which each change of a group stands by two properties. */
@Component
class EnginePostChanges implements PostChanges {

    /** Rows of that log that are looked through: two to a change. */
    private static final int LOOKED_THROUGH = 2000;

    private static final String ADMINISTRATOR = "系统管理员";

    private final HistoryService history;
    private final ApplicationAuthority authority;
    private final Holdings holdings;

    EnginePostChanges(HistoryService history, ApplicationAuthority authority, Holdings holdings) {
        this.history = history;
        this.authority = authority;
        this.holdings = holdings;
    }

    @Override
    public List<PostChange> newest(String locality, int most) {
        var operations = new LinkedHashMap<String, Map<String, UserOperationLogEntry>>();
        for (var entry : authority.run(() -> history.createUserOperationLogQuery()
                .entityType(EntityTypes.GROUP_MEMBERSHIP)
                .orderByTimestamp()
                .desc()
                .listPage(0, LOOKED_THROUGH))) {
            operations
                    .computeIfAbsent(entry.getOperationId(), id -> new LinkedHashMap<>())
                    .put(entry.getProperty(), entry);
        }
        return operations.values().stream()
                .map(Map::values)
                .flatMap(entries -> change(entries, locality))
                .limit(most)
                .toList();
    }

    /** What the program itself did, such as opening the demonstration accounts, is nobody's look. */
    private Stream<PostChange> change(Collection<UserOperationLogEntry> entries, String locality) {
        var any = entries.iterator().next();
        var person = value(entries, "userId");
        var post = value(entries, "groupId").flatMap(group -> post(group, locality));
        if (any.getUserId() == null || person.isEmpty() || post.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new PostChange(
                any.getTimestamp().toInstant(),
                any.getUserId(),
                person.get(),
                post.get(),
                UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(any.getOperationType())));
    }

    private static Optional<String> value(Collection<UserOperationLogEntry> entries, String property) {
        return entries.stream()
                .filter(entry -> property.equals(entry.getProperty()))
                .map(entry -> entry.getNewValue() == null ? entry.getOrgValue() : entry.getNewValue())
                .findFirst();
    }

    private Optional<String> post(String group, String locality) {
        return Groups.CAMUNDA_ADMIN.equals(group)
                ? Optional.of(ADMINISTRATOR)
                : holdings.find(group)
                        .filter(holding -> holdings.localityOf(List.of(group))
                                .map(Locality::code)
                                .filter(locality::equals)
                                .isPresent())
                        .map(Holding::label);
    }
}
