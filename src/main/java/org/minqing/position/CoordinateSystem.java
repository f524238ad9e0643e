package org.minqing.position;

import org.minqing.code.Coded;

/** In which degrees a position is written. In China the same two numbers mean points up to a kilometre apart. */
public enum CoordinateSystem implements Coded {
    /** What satellites say: GPS, BeiDou, and browsers (W3C Geolocation). Our maps are drawn in it, as RFC 7946 wants. */
    WGS84("wgs84", "WGS-84（手机定位）"),
    /** The shifted degrees (国测局坐标) of Chinese map services: AMap, Tencent, and so WeChat. */
    GCJ02("gcj02", "GCJ-02（高德、腾讯地图）"),
    /** Those of Baidu, shifted once more. */
    BD09("bd09", "BD-09（百度地图）");

    private final String code;

    private final String label;

    CoordinateSystem(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** As whoever enters a point knows it. */
    public String label() {
        return label;
    }
}
