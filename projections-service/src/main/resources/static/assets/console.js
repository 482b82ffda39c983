// Draws the charts of the overview from the figures that the page carries, and again when they change.
(() => {
    const STATES = ["PROSPECTING", "QUALIFIED", "NEGOTIATING", "AGREED", "WON", "IN_SUPPORT", "LOST", "DISQUALIFIED"];
    const charts = new Map();

    const words = constant => (constant.charAt(0) + constant.slice(1).toLowerCase()).replace("_", " ");
    const count = number => new Intl.NumberFormat("en").format(number);
    const short = number => new Intl.NumberFormat("en", {notation: "compact", maximumFractionDigits: 2}).format(number);
    const percent = rate => (100 * rate).toFixed(1) + " %";

    // a custom property may be light-dark(): only a real element knows which of the two it is
    function colour(name) {
        const probe = document.createElement("span");
        probe.style.color = `var(--${name})`;
        document.body.append(probe);
        const found = getComputedStyle(probe).color;
        probe.remove();
        return found;
    }

    const tone = state => colour({DISQUALIFIED: "lost", IN_SUPPORT: "in-support"}[state] ?? state.toLowerCase());

    function ground() {
        return {
            animation: false,
            aria: {enabled: true},
            textStyle: {color: colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily},
            grid: {left: 8, right: 16, top: 34, bottom: 4, containLabel: true},
            tooltip: {trigger: "axis", backgroundColor: colour("card"), borderColor: colour("line"),
                textStyle: {color: colour("ink")}},
            legend: {top: 0, left: 0, textStyle: {color: colour("quiet")}, icon: "roundRect", itemWidth: 12, itemHeight: 12}
        };
    }

    const axis = more => ({
        axisLine: {lineStyle: {color: colour("line")}}, axisTick: {show: false},
        axisLabel: {color: colour("quiet")}, splitLine: {lineStyle: {color: colour("line")}}, ...more
    });

    function pipeline(rows) {
        const states = STATES.filter(state => rows.some(row => row.state === state)).reverse();
        const of = state => rows.filter(row => row.state === state);
        const worth = state => of(state).filter(row => row.value).map(row => `${short(Number(row.value))} ${row.currency}`).join(", ");
        return {
            ...ground(),
            legend: {show: false},
            grid: {left: 8, right: 150, top: 6, bottom: 4, containLabel: true},
            xAxis: axis({type: "value", axisLabel: {show: false}, splitLine: {show: false}}),
            yAxis: axis({type: "category", data: states.map(words), axisLine: {show: false}, axisLabel: {color: colour("ink")}}),
            series: [{
                type: "bar", barMaxWidth: 26,
                data: states.map(state => ({
                    value: of(state).reduce((sum, row) => sum + row.deals, 0),
                    itemStyle: {color: tone(state), borderRadius: 4}
                })),
                label: {
                    show: true, position: "right", color: colour("ink"),
                    formatter: bar => count(bar.value) + (worth(states[bar.dataIndex]) ? `  ·  ${worth(states[bar.dataIndex])}` : "")
                }
            }]
        };
    }

    function funnel(rows) {
        // a stage that everybody passes, or that the pipeline does not have, tells nothing
        const stages = STATES.filter(stage => rows.some(row => row.stage === stage && row.conversion < 1));
        const months = [...new Set(rows.filter(row => stages.includes(row.stage)).map(row => row.month))].sort();
        const at = (stage, month) => rows.find(row => row.stage === stage && row.month === month);
        return {
            ...ground(),
            tooltip: {...ground().tooltip, formatter: points => [points[0].name, ...points.filter(point => point.data?.row).map(point =>
                `${point.marker} ${point.seriesName}: ${percent(point.data.row.conversion)} of ${count(point.data.row.entered)}`
                + (point.data.row.immature ? " (immature)" : ""))].join("<br>")},
            xAxis: axis({type: "category", data: months.map(month => month.slice(0, 7)), boundaryGap: false}),
            yAxis: axis({type: "value", min: 0, max: 1, axisLabel: {color: colour("quiet"), formatter: rate => 100 * rate + " %"}}),
            series: stages.map(stage => ({
                name: `${words(stage)} → on`, type: "line", connectNulls: true, color: tone(stage), symbol: "circle", symbolSize: 8, lineStyle: {width: 2},
                data: months.map(month => {
                    const row = at(stage, month);
                    return row && {value: row.conversion, row, itemStyle: {color: row.immature ? colour("card") : tone(stage),
                        borderColor: tone(stage), borderWidth: 2}};
                })
            }))
        };
    }

    function months(rows) {
        const names = [...new Set(rows.map(row => row.group))].sort();
        const sum = (name, figure) => rows.filter(row => row.group === name).reduce((all, row) => all + row[figure], 0);
        const rate = name => sum(name, "won") / (sum(name, "won") + sum(name, "lost"));
        return {
            ...ground(),
            tooltip: {...ground().tooltip, formatter: points => [points[0].name, ...points.map(point =>
                `${point.marker} ${point.seriesName}: ${point.seriesName === "Win rate" ? percent(point.value) : count(point.value)}`)].join("<br>")},
            xAxis: axis({type: "category", data: names}),
            yAxis: [axis({type: "value"}), axis({type: "value", min: 0, max: 1, splitLine: {show: false},
                axisLabel: {color: colour("quiet"), formatter: part => 100 * part + " %"}})],
            series: [
                {name: "Won", type: "bar", stack: "closed", color: colour("won"), barMaxWidth: 34, data: names.map(name => sum(name, "won"))},
                {name: "Lost", type: "bar", stack: "closed", color: colour("lost"), barMaxWidth: 34, data: names.map(name => sum(name, "lost"))},
                {name: "Win rate", type: "line", yAxisIndex: 1, color: colour("accent"), symbolSize: 7, data: names.map(rate)}
            ]
        };
    }

    function draw(id, option) {
        const place = document.getElementById(id);
        if (!place) return;
        if (!charts.has(place)) charts.set(place, echarts.init(place, null, {renderer: "svg"}));
        charts.get(place).setOption(option, {notMerge: true});
    }

    function drawAll() {
        const data = document.getElementById("chart-data");
        if (!data || !window.echarts) return;
        const figures = JSON.parse(data.textContent);
        draw("chart-pipeline", pipeline(figures.pipeline));
        draw("chart-funnel", funnel(figures.funnel));
        draw("chart-months", months(figures.months));
    }

    document.addEventListener("DOMContentLoaded", drawAll);
    document.addEventListener("htmx:afterSettle", drawAll);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
    addEventListener("resize", () => charts.forEach(chart => chart.resize()));
})();
