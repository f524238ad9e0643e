package org.minqing.proof.campaign;

import java.util.Arrays;
import java.util.List;

/**
 * What a browser asks for at somebody's desk.
 *
 * @param accept what kind of answer it wants
 * @param path   with names in braces, for which {@link Site} puts what it has found
 * @param body   empty for none
 */
record WorkplaceRequest(String name, String user, String method, String accept, String path, String body) {

    /** An address that is not there (404) is shown as such. A row with {@code {filter}} is asked for every filter. */
    private static final String ROWS = """
            Tasklist: filters                | shibu-grid-01             | GET  | json | ENGINE/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task
            Tasklist: how many filters       | shibu-grid-01             | GET  | json | ENGINE/filter/count?itemCount=false&resourceType=Task
            Tasklist: filters with counts    | shibu-grid-01             | GET  | json | ENGINE/filter?firstResult=0&maxResults=2000&itemCount=true&resourceType=Task
            Tasklist: list {filter}          | shibu-grid-01             | POST | hal  | ENGINE/filter/{filter}/list?firstResult=0&maxResults=15 | {}
            Tasklist: list {filter}          | shibu-secretary-chengxi   | POST | hal  | ENGINE/filter/{filter}/list?firstResult=0&maxResults=15 | {}
            Tasklist: list {filter}          | shibu-dispatcher          | POST | hal  | ENGINE/filter/{filter}/list?firstResult=0&maxResults=15 | {}
            Tasklist: list {filter}          | shibu-supervisor          | POST | hal  | ENGINE/filter/{filter}/list?firstResult=0&maxResults=15 | {}
            Tasklist: counts                 | shibu-grid-01             | GET  | json | /api/tasks/counts
            Tasklist: a card                 | shibu-grid-01             | GET  | json | /api/tasks/cards?ids={task}
            Tasklist: form variables         | shibu-grid-01             | GET  | json | ENGINE/task/{task}/form-variables?deserializeValues=false
            Tasklist: form                   | shibu-grid-01             | GET  | any  | ENGINE/task/{task}/deployed-form
            Desk                             | shibu-grid-01             | GET  | html | /desk
            Desk                             | shibu-secretary-chengxi   | GET  | html | /desk
            Desk                             | shibu-supervisor          | GET  | html | /desk
            Phone: tasks                     | shibu-grid-01             | GET  | html | /desk/tasks
            Tasks as JSON                    | shibu-grid-01             | GET  | json | /api/tasks
            Card, open                       | shibu-supervisor          | GET  | html | /desk/appeals/{open}
            Card, finished                   | shibu-supervisor          | GET  | html | /desk/appeals/{finished}
            Case on the diagram, open        | shibu-supervisor          | GET  | html | /desk/appeals/{open}/process
            Case on the diagram, finished    | shibu-supervisor          | GET  | html | /desk/appeals/{finished}/process
            Metrics of a month               | shibu-supervisor          | GET  | html | /desk/metrics?from={from}&to={to}
            Metrics of a month as JSON       | shibu-auditor             | GET  | json | /api/sla/metrics?from={from}&to={to}
            Rates of a month                 | shibu-supervisor          | GET  | html | /desk/rates?from={from}&to={to}
            Dashboard: rates of a month      | shibu-supervisor          | GET  | json | /api/evaluation/rates?from={from}&to={to}
            Dashboard: open, by unit, help   | shibu-supervisor          | GET  | json | /api/supervision/summary
            Supervisor's desk                | shibu-supervisor          | GET  | html | /desk/supervision
            Backlog: list                    | shibu-supervisor          | GET  | html | /desk/supervision/appeals
            Cockpit: definitions             | shibu-supervisor          | GET  | json | /camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc
            Cockpit: instances per step      | shibu-supervisor          | GET  | json | ENGINE/process-definition/{definition}/statistics?incidents=true
            Cockpit: who waits per step      | shibu-supervisor          | GET  | json | /api/cockpit/steps
            Cockpit: timers                  | shibu-supervisor          | GET  | json | /api/sla/timers
            Auditor: ledger                  | shibu-auditor             | GET  | html | /desk/ledger
            Auditor: ledger of a finished one | shibu-auditor            | GET  | html | /desk/ledger/{finished}
            Auditor: alarms                  | shibu-auditor             | GET  | json | /api/sla/alarms
            """;

    static List<WorkplaceRequest> all() {
        return ROWS.lines().map(WorkplaceRequest::of).toList();
    }

    private static WorkplaceRequest of(String row) {
        var cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
        var accept = switch (cells.get(3)) {
            case "json" -> "application/json";
            case "hal" -> "application/hal+json, application/json; q=0.5";
            case "html" -> "text/html";
            default -> "*/*";
        };
        return new WorkplaceRequest(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                accept,
                cells.get(4).replace("ENGINE", "/camunda/api/engine/engine/default"),
                cells.size() > 5 ? cells.get(5) : null);
    }

    /** The same with something put in the place of a name. */
    WorkplaceRequest with(String name, String shown, String value) {
        var braced = "{" + name + "}";
        return new WorkplaceRequest(
                this.name.replace(braced, shown), user, method, accept, path.replace(braced, value), body);
    }
}
