package org.minqing.process.model;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.minqing.process.claiming.OrderClaimingTasks;
import org.minqing.process.joint.JointHandlingTasks;
import org.minqing.process.plan.PlannedWorkTasks;
import org.minqing.process.remit.RemitTasks;
import org.minqing.process.review.AppealReviewTasks;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a model of ours may say in expressions, wherever one may hide: in attributes, conditions, timers and listeners.
 * It calls public methods of the exposed beans, compares a variable or two, and holds no program text.
 */
final class ModelExpressions {

    private static final Map<String, Class<?>> BEANS = Map.of(
            "appealHandlingTasks", AppealHandlingTasks.class,
            "appealRouting", AppealRouting.class,
            "appealLimits", AppealLimits.class,
            "contactCheckTasks", ContactCheckTasks.class,
            "judgementCorrectionTasks", JudgementCorrectionTasks.class,
            "jointHandlingTasks", JointHandlingTasks.class,
            "orderClaimingTasks", OrderClaimingTasks.class,
            "remitTasks", RemitTasks.class,
            "appealReviewTasks", AppealReviewTasks.class,
            "plannedWorkTasks", PlannedWorkTasks.class);
    private static final Pattern CALL =
            Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(((?:execution|task)(?:, '[A-Za-z-]+')*)\\)}");
    private static final Pattern PLAIN = Pattern.compile(
            "\\$\\{(action == '[A-Za-z]+'( \\|\\| action == '[A-Za-z]+')*|round > 0|!satisfied|candidateGroup)}");
    private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "connector", "inputOutput");
    private static final Set<String> CODE_ATTRIBUTES =
            Set.of("camunda:class", "camunda:delegateExpression", "camunda:resultVariable", "camunda:type", "language");

    private final List<String> flaws = new ArrayList<>();

    private ModelExpressions() {}

    /** @param xml the text of a {@code .bpmn} file */
    static List<String> flawsOf(String xml) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            var expressions = new ModelExpressions();
            expressions.read(document.getDocumentElement());
            return expressions.flaws;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void read(Element element) {
        require(!CODE_ELEMENTS.contains(localName(element)), element.getTagName(), "is code in the model");
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            require(!CODE_ATTRIBUTES.contains(attribute.getNodeName()), attribute.toString(), "is code in the model");
            expression(attribute.getNodeValue());
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                read(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                expression(child.getNodeValue().strip());
            }
        }
    }

    private void expression(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        var call = CALL.matcher(text);
        if (call.matches()) {
            var bean = BEANS.get(call.group(1));
            require(bean != null, text, "names a bean that is not exposed");
            require(
                    bean == null || callable(bean, call.group(2), call.group(3).split(",").length),
                    text,
                    "has no public method behind it");
        } else {
            require(PLAIN.matcher(text).matches(), text, "says more than a model may");
        }
    }

    private static boolean callable(Class<?> bean, String method, int arguments) {
        return Modifier.isPublic(bean.getModifiers())
                && Arrays.stream(bean.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .anyMatch(m -> m.getName().equals(method) && m.getParameterCount() == arguments);
    }

    private static String localName(Element element) {
        return element.getTagName().substring(element.getTagName().indexOf(':') + 1);
    }

    private void require(boolean kept, String where, String flaw) {
        if (!kept) {
            flaws.add(where + ": " + flaw);
        }
    }
}
