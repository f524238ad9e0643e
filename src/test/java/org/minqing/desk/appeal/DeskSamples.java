package org.minqing.desk.appeal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Actor;
import org.minqing.attachment.AttachmentLine;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.organisation.Role;
import org.minqing.progress.Progress;
import org.minqing.security.StaffMember;
import org.minqing.sla.due.DueState;
import org.minqing.split.SubCaseLine;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People, tasks and a card for tests of the desk. */
public final class DeskSamples {

    public static final String NUMBER = "GS-20261121-0002";
    public static final StaffMember GRID_WORKER =
            person("ganshui-grid1", "ganshui", Set.of(Role.HANDLER), false, "ganshui-erju-01-grid-worker");
    public static final StaffMember DISPATCHER =
            person("ganshui-dispatch", "ganshui", Set.of(Role.DISPATCHER), false, "ganshui-command-dispatcher");
    public static final StaffMember SUPERVISOR =
            person("ganshui-lead", "ganshui", Set.of(Role.SUPERVISOR), false, "ganshui-township-leader");
    public static final StaffMember AUDITOR =
            person("ganshui-audit", "ganshui", Set.of(Role.AUDITOR), false, "ganshui-discipline-auditor");
    public static final StaffMember ADMINISTRATOR = person("admin", null, Set.of(), true, "camunda-admin");

    private DeskSamples() {}

    public static RequestPostProcessor as(StaffMember person) {
        var authorities = new ArrayList<GrantedAuthority>();
        person.roles().forEach(r -> authorities.add(new SimpleGrantedAuthority("ROLE_" + r.name())));
        authorities.add(new SimpleGrantedAuthority(person.administrator() ? "ROLE_ADMINISTRATOR" : "ROLE_STAFF"));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, authorities));
    }

    public static WorkItem task(String id, String title, String dueAt, String left, boolean mine) {
        return new WorkItem(
                id,
                title,
                "respondAppeal",
                new TaskSubject(
                        TaskSubject.APPEAL,
                        NUMBER,
                        title,
                        "路灯照明",
                        "二居社区 12 号楼",
                        "一般",
                        "/desk/appeals/" + NUMBER,
                        "ganshui",
                        "ganshui-erju-01",
                        List.of()),
                dueAt,
                left,
                dueAt == null ? "" : "响应",
                dueAt == null ? DueState.NONE : left.startsWith("已超时") ? DueState.LATE : DueState.LATER,
                null,
                mine,
                null,
                List.of());
    }

    /** Of which somebody said why nobody sees it. */
    public static AttachmentLine attachment(String text) {
        return new AttachmentLine(
                "5c2a4a1e-0000-4000-8000-000000000001",
                "photo",
                "image/jpeg",
                1000,
                "filed",
                "反映时所附的照片",
                false,
                "2026-11-21T19:00:00+08:00",
                text,
                null,
                null);
    }

    public static AppealSheet sheet(String text) {
        return new AppealSheet(
                NUMBER,
                text,
                text + "，第二盏坏了",
                List.of(new AppealSheet.AdditionLine("2026-11-21T19:25:00+08:00", text)),
                List.of(
                        new AppealSheet.SummaryLine(2, text + "，第二盏坏了，在东侧", "2026-11-21T19:30:00+08:00", "综治中心派单员"),
                        new AppealSheet.SummaryLine(1, text + "，早先的一版", "2026-11-21T19:20:00+08:00", "综治中心派单员")),
                "赶水镇",
                "二居社区 12 号楼",
                "网上提交",
                text,
                "求助",
                "路灯照明",
                "一般",
                "部门协办",
                "办理中",
                new Progress(List.of(new Progress.Phase("党员接单", true, true)), null),
                "城市管理",
                1,
                "2026-11-21T19:00:00+08:00",
                "GS-20261121-0001",
                List.of(new AppealSheet.ClockLine(
                        "响应",
                        0,
                        "2026-11-22T19:00:00+08:00",
                        null,
                        "11月21日 19:00 起算，应于 11月22日 19:00 前响应；正在计时。",
                        List.of())),
                List.of(new AppealSheet.ContactLine("11月21日 20:00 电话联系（居民本人）", "denied", "open")),
                List.of(new AppealSheet.CorrectionLine(
                        "2026-11-21T20:00:00+08:00",
                        "二居社区网格员",
                        text,
                        List.of(new AppealSheet.Change("紧急程度", "一般", "特急")),
                        "applied",
                        null)),
                List.of(new AppealSheet.QuestionLine(
                        "1",
                        "2026-11-21T20:00:00+08:00",
                        "二居社区第一网格网格员",
                        text,
                        "2026-11-22T20:00:00+08:00",
                        "waiting",
                        "等居民答复",
                        "还剩 1 天",
                        null,
                        null,
                        null)),
                List.of(
                        new AppealSheet.JointLine(
                                "ganshui-city-construction",
                                "规划建设办公室住房和建设岗",
                                0,
                                text,
                                "2026-11-25T19:00:00+08:00",
                                "late",
                                null,
                                null,
                                null,
                                null,
                                null),
                        new AppealSheet.JointLine(
                                "ganshui-city-property",
                                "规划建设办公室物业服务岗",
                                0,
                                null,
                                "2026-11-25T19:00:00+08:00",
                                "given",
                                "needs",
                                "11月24日 10:00 规划建设办公室物业服务岗",
                                text,
                                text,
                                null)),
                List.of(new AppealSheet.ConsultationLine("2026-11-23T15:00:00+08:00", "城镇管理办公室城市管理岗", text, text)),
                new AppealSheet.ResultLine(
                        "纳入计划",
                        null,
                        null,
                        "接受这个答复吗",
                        new AppealSheet.PlanLine(text, "城市管理", "2026年12月31日", "2026年12月1日", null, null, false)),
                List.of(new AppealSheet.Step("2026-11-21T19:00:00+08:00", Actor.RESIDENT.as(), text, false)),
                2,
                List.of(new AppealSheet.ReporterLine(
                        "GS-20261121-0007", "2026-11-21T21:00:00+08:00", true, false, "不满意，问题未解决：" + text, true)),
                List.of(new AppealSheet.ReviewLine(
                        "复查",
                        1,
                        "2026-11-25T19:00:00+08:00",
                        "居民",
                        text,
                        "赶水镇",
                        "answered",
                        List.of(text),
                        "维持原处理意见",
                        text,
                        "11月28日 10:00 赶水镇分管领导")),
                "GS-20261121-0003",
                List.of(new SubCaseLine(
                        "GS-20261121-0003-1",
                        text,
                        "城市管理",
                        "办理中",
                        "2026-11-25T19:00:00+08:00",
                        true,
                        text,
                        text,
                        true)),
                List.of(attachment(text)));
    }

    private static StaffMember person(String user, String locality, Set<Role> roles, boolean admin, String group) {
        return new StaffMember(user, "演示人员", List.of(group), locality, roles, admin);
    }
}
