package org.minqing.problem;

import org.springframework.http.HttpStatus;

/** What a status means to people, where nobody knows more about the request. */
enum StatusWords {
    NOT_FOUND("没有找到，或您无权查看。", "Not found, or not yours to see."),
    METHOD_NOT_ALLOWED("这个地址不支持这种操作。", "This address does not support that method."),
    NOT_ACCEPTABLE("这个地址不能按您要求的格式回答。", "This address cannot answer in the format that was asked for."),
    REQUEST_TIMEOUT("内容没有传完，请检查网络后重新提交。", "The request did not arrive in time; send it again."),
    PAYLOAD_TOO_LARGE("提交的内容过大。", "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE("这个地址不接受这种格式的内容。", "This address does not take content of that type."),
    UNAUTHORIZED("请先登录。", "Sign in first."),
    SERVICE_UNAVAILABLE("系统暂时不可用，请稍后再试。", "The service is unavailable; try again later."),
    OTHER_REQUEST("请求不正确。", "The request is not acceptable."),
    OTHER_FAILURE("系统出错，请稍后再试。", "Something went wrong here.");

    final String zh;
    final String en;

    StatusWords(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    static StatusWords of(HttpStatus status) {
        return switch (status) {
            // Forbidden and unknown look alike.
            case NOT_FOUND, FORBIDDEN -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case REQUEST_TIMEOUT -> REQUEST_TIMEOUT;
            case PAYLOAD_TOO_LARGE -> PAYLOAD_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
            case UNAUTHORIZED -> UNAUTHORIZED;
            case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
            default -> status.is4xxClientError() ? OTHER_REQUEST : OTHER_FAILURE;
        };
    }
}
