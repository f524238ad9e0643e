package org.minqing.server;

import java.util.HashMap;
import java.util.Map;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether the system works and what it was saved to, for whoever runs it. */
@Component
class SystemHome implements HomePart {

    private final HealthWatch health;
    private final Backups backups;

    SystemHome(HealthWatch health, Backups backups) {
        this.health = health;
        this.backups = backups;
    }

    @Override
    public Rank rank() {
        return Rank.ADMINISTER;
    }

    @Override
    public String template() {
        return "server/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.administrator();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var model = new HashMap<String, Object>();
        model.put("nodeWorks", Status.UP.equals(health.status()));
        model.put("backup", backups.last());
        return model;
    }
}
